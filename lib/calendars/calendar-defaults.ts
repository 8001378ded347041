import {
  addMonths,
  monthOf,
  monthPartsOf,
  type PlainDate,
  type Weekday,
  type YearMonth,
  yearMonth,
} from '@/lib/core/plain-date';
import { likelyCountryOf } from './data/likely-countries';
import { firstWeekdayOf } from './data/week-starts';
import { type FormatId, PRINT_LANGUAGES, type PrintLanguage, type ThemeId } from './document';

/** What a new calendar starts with before its maker changes anything. */
export type CalendarDefaults = {
  language: PrintLanguage;
  /** ISO 3166 code of the country whose holidays are printed; null when the browser tells nothing. */
  country: string | null;
  firstWeekday: Weekday;
  from: YearMonth;
  monthCount: number;
  formatId: FormatId;
  themeId: ThemeId;
  title: string;
};

/** What people call the calendar they make for themselves, in each print language. */
const TITLES: Record<PrintLanguage, string> = {
  en: 'Our year',
  uk: 'Наш рік',
  de: 'Unser Jahr',
  pl: 'Nasz rok',
  fr: 'Notre année',
  es: 'Nuestro año',
  it: 'Il nostro anno',
  ja: 'わたしたちの一年',
  pt: 'O nosso ano',
  nl: 'Ons jaar',
  cs: 'Náš rok',
  sk: 'Náš rok',
  hu: 'A mi évünk',
  ro: 'Anul nostru',
  bg: 'Нашата година',
  hr: 'Naša godina',
  sl: 'Naše leto',
  lt: 'Mūsų metai',
  lv: 'Mūsu gads',
  et: 'Meie aasta',
  fi: 'Meidän vuotemme',
  sv: 'Vårt år',
  da: 'Vores år',
  nb: 'Vårt år',
  el: 'Η χρονιά μας',
  tr: 'Bizim yılımız',
  he: 'השנה שלנו',
  ar: 'عامنا',
  fa: 'سال ما',
  hi: 'हमारा साल',
  zh: '我们的一年',
  ko: '우리의 한 해',
};

export function defaultTitle(language: PrintLanguage): string {
  return TITLES[language];
}

/** From August on people make next year's calendar; before that, one that starts as soon as it can hang. */
const NEXT_YEAR_SEASON_STARTS_IN_MONTH = 8;

/** The first month that somebody who starts today most likely wants. */
export function defaultFirstMonth(today: PlainDate): YearMonth {
  const { year, month } = monthPartsOf(today);
  return month >= NEXT_YEAR_SEASON_STARTS_IN_MONTH
    ? yearMonth(year + 1, 1)
    : addMonths(monthOf(today), 1);
}

/**
 * Reads an Accept-Language header, best first: "uk-UA,uk;q=0.9,en;q=0.8". Tags that are not language tags are skipped.
 */
export function languageTags(
  acceptLanguage: string | null,
): { language: string; country: string | null }[] {
  return (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .flatMap((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const match = /^([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?$/.exec(tag);
      if (!match?.[1]) return [];
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
        .find(Boolean);
      return [
        {
          language: match[1].toLowerCase(),
          country: match[2]?.toUpperCase() ?? null,
          weight: quality === undefined ? 1 : Number(quality),
          index,
        },
      ];
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ language, country }) => ({ language, country }));
}

/**
 * Sensible first choices from what the browser says.
 * @param acceptLanguage the header as sent, or null
 * @param today the day on the maker's wall
 * @param knownCountries codes that we have holidays for; another country gives no holidays but still its first weekday
 */
export function calendarDefaults(
  acceptLanguage: string | null,
  today: PlainDate,
  knownCountries: ReadonlySet<string>,
): CalendarDefaults {
  const tags = languageTags(acceptLanguage);
  const language =
    tags.map((tag) => tag.language).find((code): code is PrintLanguage => isPrintLanguage(code)) ??
    'en';
  const named = tags.find((tag) => tag.country !== null)?.country;
  const country =
    named ?? tags.map((tag) => likelyCountryOf(tag.language)).find((code) => code !== null) ?? null;
  return {
    language,
    country: country !== null && knownCountries.has(country) ? country : null,
    firstWeekday: country === null ? 1 : firstWeekdayOf(country),
    from: defaultFirstMonth(today),
    monthCount: 12,
    formatId: 'wall-a3-portrait',
    themeId: 'atelier',
    title: defaultTitle(language),
  };
}

/**
 * The same, but what a person has saved in their settings comes before what the browser says. Without a country that has
 * holidays among them the browser's stays.
 */
export function withSettings(
  defaults: CalendarDefaults,
  chosen: {
    printLanguage: PrintLanguage;
    country: string | null;
    firstWeekday: number;
    formatId: FormatId;
  },
  knownCountries: ReadonlySet<string>,
): CalendarDefaults {
  const { printLanguage: language, country, firstWeekday, formatId } = chosen;
  return {
    ...defaults,
    language,
    formatId,
    country: country !== null && knownCountries.has(country) ? country : defaults.country,
    // Settings only hold 1 to 7.
    firstWeekday: firstWeekday as Weekday,
    title: defaultTitle(language),
  };
}

function isPrintLanguage(code: string): code is PrintLanguage {
  return (PRINT_LANGUAGES as readonly string[]).includes(code);
}
