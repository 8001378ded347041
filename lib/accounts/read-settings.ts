import { asPerson, type Ctx } from '@/lib/db/context';
import { HOME_OF } from '@/lib/i18n/home-of';
import { isLocale } from '@/lib/i18n/locales';
import { SettingsInput } from './schema';
import { findSettings } from './store';

export type Settings = SettingsInput;

/** What a person starts with, by the language of their screens. */
export function defaultSettings(locale: string): Settings {
  const language = isLocale(locale) ? locale : 'en';
  return {
    interfaceLanguage: language,
    printLanguage: language,
    ...HOME_OF[language],
    firstWeekday: 1,
    formatId: 'wall-a3-portrait',
  };
}

/** A person's settings; the defaults of the given language until they save some. */
export async function readSettings(ctx: Ctx, locale: string): Promise<Settings> {
  return (await savedSettings(ctx, locale)) ?? defaultSettings(locale);
}

/** What a person has saved; null for a guest or customer who never did. */
export async function savedSettings(ctx: Ctx, locale: string): Promise<Settings | null> {
  const row = await findSettings(ctx, asPerson(ctx).actor.userId);
  if (!row) return null;
  const { userId: _owner, ...stored } = row;
  // A language or currency that the product stopped offering falls back, the rest stays.
  const parsed = SettingsInput.safeParse(stored);
  return parsed.success ? parsed.data : { ...defaultSettings(locale), country: row.country };
}
