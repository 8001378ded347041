/** What became of the pictures that customers ordered with a prompt. */
export type PromptCounts = {
  /** Came to an end: a picture or none. */
  ended: number;
  pictures: number;
  /** Refused for what was in them, after every try. */
  rejected: number;
  /** Taken for a calendar or marked by the customer. */
  picked: number;
};

export function sumCounts(all: readonly PromptCounts[]): PromptCounts {
  const sum = (part: keyof PromptCounts) => all.reduce((total, one) => total + one[part], 0);
  return {
    ended: sum('ended'),
    pictures: sum('pictures'),
    rejected: sum('rejected'),
    picked: sum('picked'),
  };
}

/** Shares from 0 to 1; null while there is nothing to divide by. */
export function ratesOf(counts: PromptCounts): { rejected: number | null; picked: number | null } {
  return {
    rejected: counts.ended === 0 ? null : counts.rejected / counts.ended,
    picked: counts.pictures === 0 ? null : counts.picked / counts.pictures,
  };
}
