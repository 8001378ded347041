import { savedSettings } from '@/lib/accounts/read-settings';
import { listCountries } from '@/lib/calendar-days/countries';
import { dayAt } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { type Locale, negotiateLocale } from '@/lib/i18n/locales';
import { type CalendarDefaults, calendarDefaults, withSettings } from './calendar-defaults';

/**
 * What a new calendar of this person starts with: what they saved in their settings, else what their screens and their
 * browser say.
 * @param reader.locale the language of the screens
 * @param reader.acceptLanguage the header as sent, or null
 */
export async function ownDefaults(
  ctx: Ctx,
  reader: { locale: Locale; acceptLanguage: string | null },
): Promise<CalendarDefaults> {
  const { locale, acceptLanguage } = reader;
  const known = new Set(listCountries(locale).map(({ code }) => code));
  // Whoever chose another language for the screens than the browser asks for, reads that one.
  const wished =
    negotiateLocale(acceptLanguage) === locale
      ? acceptLanguage
      : `${locale},${acceptLanguage ?? ''}`;
  const usual = calendarDefaults(wished, dayAt(ctx.clock.now(), 'UTC'), known);
  const saved = await savedSettings(ctx, locale);
  return saved ? withSettings(usual, saved, known) : usual;
}
