import { z } from 'zod';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { checkTemplate, TEMPLATE_MAX, ThemeDefaultsSchema } from './prompt-template';

const NAME_MAX = 60;
const DESCRIPTION_MAX = 200;

/** English is what every other language falls back to. */
const localized = (max: number) =>
  z
    .partialRecord(z.enum(LOCALES), z.string().trim().max(max, 'too_long'))
    .refine((texts) => Boolean(texts.en), { message: 'required', path: ['en'] });

export const NamesSchema = localized(NAME_MAX);
export const DescriptionsSchema = localized(DESCRIPTION_MAX);
export type Localized = Partial<Record<Locale, string>>;

/** The text in the reader's language, else in English. */
export function inLanguage(texts: Localized, locale: Locale): string {
  return texts[locale] || texts.en || '';
}

const TemplateSchema = (part: 'prompt' | 'style') =>
  z
    .string()
    .trim()
    .superRefine((text, refinement) => {
      for (const { code, word } of checkTemplate(text, part))
        refinement.addIssue({ code: 'custom', message: code, params: { word } });
    });

const NegativeSchema = z.string().trim().max(TEMPLATE_MAX, 'too_long');

/** Everything of a theme that staff write, and what each of its versions keeps. */
export const ThemeContentSchema = z.strictObject({
  names: NamesSchema,
  descriptions: DescriptionsSchema,
  styleText: TemplateSchema('style'),
  negativePrompt: NegativeSchema,
  defaults: ThemeDefaultsSchema,
  /** Empty is all. */
  categoryIds: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)).max(50),
  /** January first. */
  prompts: z
    .array(z.strictObject({ template: TemplateSchema('prompt'), negativePrompt: NegativeSchema }))
    .length(12),
});
export type ThemeContent = z.infer<typeof ThemeContentSchema>;
