import { z } from 'zod';

const LocalTextSchema = z.record(z.string(), z.string());

/** The text of a { en: "…", uk: "…" } column in the reader's language, else in English, else in any. */
export function localText(column: unknown, locale: string): string {
  const texts = LocalTextSchema.parse(column);
  return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? '';
}
