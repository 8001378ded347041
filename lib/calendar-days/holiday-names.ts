import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { ENGLISH_NAMES, HOLIDAY_NAMES, PLACE_NAMES } from './data/holiday-names';
import type { SourceHoliday } from './holiday-source';
import type { Place } from './places';

/** How a day off that replaces a holiday of the weekend is named; $ is the holiday. */
const SUBSTITUTE: Record<PrintLanguage, string> = {
  en: '$ (substitute day)',
  uk: '$ (перенесений вихідний)',
  de: '$ (Ersatztag)',
  pl: '$ (dzień wolny w zamian)',
  fr: '$ (jour reporté)',
  es: '$ (festivo trasladado)',
  it: '$ (recupero)',
  ja: '$（振替休日）',
  pt: '$ (transferido)',
  nl: '$ (vervangende dag)',
  cs: '$ (náhradní volno)',
  sk: '$ (náhradné voľno)',
  hu: '$ (pihenőnap)',
  ro: '$ (zi liberă mutată)',
  bg: '$ (почивен ден)',
  hr: '$ (zamjenski dan)',
  sl: '$ (nadomestni dan)',
  lt: '$ (perkelta)',
  lv: '$ (pārcelta brīvdiena)',
  et: '$ (asenduspäev)',
  fi: '$ (korvaava vapaapäivä)',
  sv: '$ (ersättningsdag)',
  da: '$ (erstatningsdag)',
  nb: '$ (erstatningsfridag)',
  el: '$ (μετάθεση αργίας)',
  tr: '$ (telafi tatili)',
  he: '$ (יום חלופי)',
  ar: '$ (عطلة بديلة)',
  fa: '$ (تعطیل جایگزین)',
  hi: '$ (स्थानापन्न अवकाश)',
  zh: '$（补假）',
  ko: '$ (대체 공휴일)',
};

/** Where English says it another way. */
const OBSERVED_COUNTRIES = new Set(['US', 'CA', 'PR', 'GU', 'VI', 'AS', 'MP']);

export type WordedName = {
  name: string;
  /** ISO 639 code of the language `name` is in: the one asked for, or the one fallen back to. */
  language: string;
};

/**
 * The holiday's name as printed. A language of the place itself uses the place's own words; any other one our
 * translations, then the source's, then English, then the place's language: never silently, the answer says which.
 */
export function wordedName(
  holiday: Pick<SourceHoliday, 'id' | 'names' | 'isOurs' | 'isSubstitute'>,
  place: Place,
  language: PrintLanguage,
): WordedName {
  const worded = plainName(holiday, place, language);
  if (!holiday.isSubstitute) return worded;
  const said = PRINT_LANGUAGES.find((known) => known === worded.language) ?? 'en';
  const pattern =
    said === 'en' && OBSERVED_COUNTRIES.has(place.country) ? '$ (observed)' : SUBSTITUTE[said];
  return { ...worded, name: pattern.replace('$', () => worded.name) };
}

function plainName(
  { id, names, isOurs }: Pick<SourceHoliday, 'id' | 'names' | 'isOurs'>,
  place: Place,
  language: PrintLanguage,
): WordedName {
  // "de-at", "en-us": the country's own way to say it.
  const own = names[`${language}-${place.country.toLowerCase()}`] ?? names[language];
  const title = names.en ?? Object.values(names)[0] ?? '';
  const ofPlace = isOurs ? undefined : PLACE_NAMES.get(`${place.country}:${id}`);
  const translated = ofPlace?.[language] ?? HOLIDAY_NAMES.get(ofPlace?.en ?? title)?.[language];
  const english = names.en ?? ENGLISH_NAMES.get(title);
  // The languages of Ukraine, the United States or Austria may be filed as "de-at".
  const isSpoken = place.languages.some((spoken) => spoken.split('-')[0] === language);

  const choices = isSpoken || isOurs ? [own, translated] : [translated, own];
  if (language === 'en') choices.push(english);
  const name = choices.find((choice) => choice);
  if (name) return { name, language };
  if (english) return { name: english, language: 'en' };
  const local = place.languages.find((spoken) => names[spoken]) ?? Object.keys(names)[0] ?? 'en';
  return { name: names[local] ?? title, language: local };
}
