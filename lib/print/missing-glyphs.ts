import type { PrintInput } from './print-input';
import { themeOf } from './theme';
import { typesetterOf } from './typesetter';

export type MissingGlyphs = {
  text: string;
  /** What is left out of the text because no font has it, each code point once. */
  codePoints: number[];
};

/**
 * Every text of the calendar with characters that no font of the book can draw (emoji, scripts that are not printed
 * yet). The layout leaves such characters out; preflight tells the customer so.
 */
export function missingGlyphs(input: PrintInput): MissingGlyphs[] {
  const { document, entries, fonts } = input;
  const typesetter = typesetterOf(fonts, document.language);
  const { text: font } = themeOf(document.themeId, input.themes).fonts;
  const texts = new Set([
    document.title,
    document.subtitle,
    ...[document.cover, ...document.pages].map(({ caption }) => caption),
    ...document.people.map(({ name }) => name),
    ...entries.map((entry) => entry.text),
  ]);
  return [...texts].flatMap((text) => {
    const codePoints = typesetter.missing(text, font);
    return codePoints.length > 0 ? [{ text, codePoints }] : [];
  });
}
