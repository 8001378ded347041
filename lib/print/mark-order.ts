/**
 * The order in which fonts expect the vowel signs of one letter, which is not the canonical order of Unicode: a shin's
 * dot and a dagesh come before vowels, a shadda before the vowel that stands on it.
 * Source: HarfBuzz, modified combining classes (hb-unicode.hh), for Hebrew and Arabic.
 */
const RANKS: ReadonlyMap<string, number> = new Map(
  [
    // Hebrew: shin dot, sin dot, dagesh, rafe, holam, hatafs, tsere, segol, patah, qamats, sheva, hiriq, qubuts, meteg.
    ...'\u05c1\u05c2\u05bc\u05bf\u05b9\u05ba\u05b1\u05b2\u05b3\u05b5\u05b6\u05b7\u05b8\u05c7\u05b0\u05b4\u05bb\u05bd',
    // Arabic: shadda, fathatan, dammatan, kasratan, fatha, damma, kasra, sukun, superscript alef.
    ...'\u0651\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0670',
  ].map((mark, rank) => [mark, rank]),
);

const MARKS = /[\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u0652\u0670]{2,}/gu;

/** The text with the vowel signs of each letter in the order that fonts expect. */
export function withMarksInOrder(text: string): string {
  return text.replace(MARKS, (marks) =>
    [...marks].sort((a, b) => (RANKS.get(a) ?? 0) - (RANKS.get(b) ?? 0)).join(''),
  );
}
