import { listCountries } from '@/lib/calendar-days/countries';
import { weekdayName } from '@/lib/calendar-days/names';
import { FORMAT_IDS, type FormatId, PRINT_LANGUAGES } from '@/lib/calendars/document';
import { CURRENCIES } from '@/lib/core/money';
import { LOCALES, type Locale } from '@/lib/i18n/locales';

/** The days a week begins with somewhere (CLDR weekData firstDay): Monday, Sunday, Saturday, Friday. */
const FIRST_WEEKDAYS = [1, 7, 6, 5] as const;

/**
 * What each setting can be, in words of the reader's language; languages also by their own name.
 * @param formatName the format in words of the same language
 */
export function settingChoices(locale: Locale, formatName: (id: FormatId) => string) {
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  const own = (code: string) => {
    const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  };
  const language = (code: string) => {
    const name = capital(new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code);
    return { value: code, label: code === locale ? name : `${own(code)} (${name})` };
  };
  const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' });
  return {
    interfaceLanguage: LOCALES.map((code) => ({ value: code, label: own(code) })),
    printLanguage: PRINT_LANGUAGES.map(language),
    country: listCountries(locale).map(({ code, name }) => ({ value: code, label: name })),
    formatId: FORMAT_IDS.map((id) => ({ value: id, label: formatName(id) })),
    firstWeekday: FIRST_WEEKDAYS.map((day) => ({
      value: String(day),
      label: capital(weekdayName(day, locale, 'long')),
    })),
    currency: CURRENCIES.map((code) => ({
      value: code,
      label: `${code} – ${currencyNames.of(code) ?? code}`,
    })),
  };
}
