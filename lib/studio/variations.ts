/**
 * What a variation changes. The seed decides where things stand in a picture, so it stays; one short ending moves the
 * moment a little. True of every subject, and each gives another picture.
 */
export const VARIATION_ENDINGS = [
  'a moment later',
  'seen from slightly closer',
  'seen from slightly further away',
  'seen from a slightly lower angle',
  'in slightly warmer light',
  'in slightly softer light',
  'seen slightly from the left',
  'seen slightly from the right',
] as const;

/** The prompt without the ending of an earlier variation. */
export function withoutEnding(prompt: string): string {
  const ending = VARIATION_ENDINGS.find((text) => prompt.endsWith(`, ${text}.`));
  return ending ? `${prompt.slice(0, -`, ${ending}.`.length)}.` : prompt;
}

/** The next variation of a prompt whose text is not among `used`; the first again after the last. */
export function varyPrompt(prompt: string, used: ReadonlySet<string>): string {
  const bare = withoutEnding(prompt)
    .trim()
    .replace(/[.,;\s]+$/, '');
  const all = VARIATION_ENDINGS.map((ending) => `${bare}, ${ending}.`);
  return all.find((text) => !used.has(text)) ?? all[0] ?? prompt;
}
