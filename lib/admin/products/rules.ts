export type Step = { fromCopies: number; amountMinor: number };

/** More steps than this nobody reads. */
export const STEPS_MAX = 6;
export const COPIES_MAX = 500;

/** Whether a price falls with every step: each begins at more copies than the one before and costs less. */
export function stepsFall(amountMinor: number, steps: readonly Step[]): boolean {
  let before: Step = { fromCopies: 1, amountMinor };
  for (const step of [...steps].sort((a, b) => a.fromCopies - b.fromCopies)) {
    const falls = step.fromCopies > before.fromCopies && step.amountMinor < before.amountMinor;
    if (!falls) return false;
    before = step;
  }
  return true;
}
