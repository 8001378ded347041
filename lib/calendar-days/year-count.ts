import type { PrintLanguage } from '@/lib/calendars/document';
import { formatNumber } from './digits';

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

const within = (n: number, low: number, high: number) => n >= low && n <= high;
const endsInFew = (n: number) => within(n % 10, 2, 4) && !within(n % 100, 12, 14);

/**
 * Plural categories of whole numbers. Source: Unicode CLDR 48, plurals.xml, cardinal rules for integers.
 * The category "many" that CLDR gives to millions in the Romance languages cannot occur in a count of years.
 * Hebrew has one more than CLDR: from eleven on it counts years in the singular (Academy of the Hebrew Language).
 */
const PLURAL_RULES = {
  none: () => 'other',
  oneOther: (n) => (n === 1 ? 'one' : 'other'),
  french: (n) => (n === 0 || n === 1 ? 'one' : 'other'),
  arabic: (n) => {
    if (n <= 2) return n === 0 ? 'zero' : n === 1 ? 'one' : 'two';
    return within(n % 100, 3, 10) ? 'few' : within(n % 100, 11, 99) ? 'many' : 'other';
  },
  czech: (n) => (n === 1 ? 'one' : within(n, 2, 4) ? 'few' : 'other'),
  hebrew: (n) => (n === 1 ? 'one' : n === 2 ? 'two' : within(n, 3, 10) ? 'few' : 'many'),
  latvian: (n) => {
    if (n % 10 === 0 || within(n % 100, 11, 19)) return 'zero';
    return n % 10 === 1 ? 'one' : 'other';
  },
  lithuanian: (n) => {
    if (n % 10 === 0 || within(n % 100, 11, 19)) return 'other';
    return n % 10 === 1 ? 'one' : 'few';
  },
  polish: (n) => (n === 1 ? 'one' : endsInFew(n) ? 'few' : 'many'),
  romanian: (n) => (n === 1 ? 'one' : n === 0 || within(n % 100, 1, 19) ? 'few' : 'other'),
  serbocroatian: (n) => {
    if (n % 10 === 1 && n % 100 !== 11) return 'one';
    return endsInFew(n) ? 'few' : 'other';
  },
  slovenian: (n) => {
    const last = n % 100;
    return last === 1 ? 'one' : last === 2 ? 'two' : within(last, 3, 4) ? 'few' : 'other';
  },
  ukrainian: (n) => {
    if (n % 10 === 1 && n % 100 !== 11) return 'one';
    return endsInFew(n) ? 'few' : 'many';
  },
} as const satisfies Record<string, (n: number) => PluralCategory>;

type CountForms = {
  plural: keyof typeof PLURAL_RULES;
  /** `#` is the number. */
  years: Partial<Record<PluralCategory, string>> & ({ other: string } | { many: string });
  age: (text: string, years: string) => string;
  count: (text: string, years: string) => string;
};

const brackets = (text: string, years: string) => `${text} (${years})`;
const wideBrackets = (text: string, years: string) => `${text}（${years}）`;

function form(
  plural: CountForms['plural'],
  years: CountForms['years'],
  { comma = ',' }: { comma?: string } = {},
): CountForms {
  return { plural, years, age: (text, age) => `${text}${comma} ${age}`, count: brackets };
}

function eastAsian(years: string, age: string): CountForms {
  return {
    plural: 'none',
    years: { other: years },
    age: (text, number) => text + age.replace('#', number),
    count: wideBrackets,
  };
}

const ARABIC_COMMA = { comma: '،' };

const FORMS: Record<PrintLanguage, CountForms> = {
  en: form('oneOther', { one: '# year', other: '# years' }),
  uk: form('ukrainian', { one: '# рік', few: '# роки', many: '# років' }),
  de: form('oneOther', { one: '# Jahr', other: '# Jahre' }),
  pl: form('polish', { one: '# rok', few: '# lata', many: '# lat' }),
  fr: form('french', { one: '# an', other: '# ans' }),
  es: form('oneOther', { one: '# año', other: '# años' }),
  it: form('oneOther', { one: '# anno', other: '# anni' }),
  ja: eastAsian('#周年', '、#歳'),
  pt: form('french', { one: '# ano', other: '# anos' }),
  nl: form('none', { other: '# jaar' }),
  cs: form('czech', { one: '# rok', few: '# roky', other: '# let' }),
  sk: form('czech', { one: '# rok', few: '# roky', other: '# rokov' }),
  hu: form('none', { other: '# év' }),
  ro: form('romanian', { one: '# an', few: '# ani', other: '# de ani' }),
  bg: form('oneOther', { one: '# година', other: '# години' }),
  hr: form('serbocroatian', { one: '# godina', few: '# godine', other: '# godina' }),
  sl: form('slovenian', { one: '# leto', two: '# leti', few: '# leta', other: '# let' }),
  lt: form('lithuanian', { one: '# metai', few: '# metai', other: '# metų' }),
  lv: form('latvian', { zero: '# gadu', one: '# gads', other: '# gadi' }),
  et: form('oneOther', { one: '# aasta', other: '# aastat' }),
  fi: form('oneOther', { one: '# vuosi', other: '# vuotta' }),
  sv: form('none', { other: '# år' }),
  da: form('none', { other: '# år' }),
  nb: form('none', { other: '# år' }),
  el: form('oneOther', { one: '# χρόνος', other: '# χρόνια' }),
  tr: form('none', { other: '# yıl' }),
  he: form('hebrew', { one: 'שנה', two: 'שנתיים', few: '# שנים', many: '# שנה' }),
  ar: form(
    'arabic',
    { one: 'سنة', two: 'سنتان', few: '# سنوات', many: '# سنة', other: '# سنة' },
    ARABIC_COMMA,
  ),
  fa: form('none', { other: '# سال' }, ARABIC_COMMA),
  hi: form('none', { other: '# वर्ष' }),
  zh: eastAsian('#周年', '，#岁'),
  ko: eastAsian('#주년', ', #세'),
};

/**
 * A birthday with the age that is reached: "Олена, 40", "花子、40歳".
 * Without a number where `age` is not above zero: the day of birth itself, or before it.
 */
export function ageText(
  text: string,
  age: number,
  language: PrintLanguage,
  hasNativeDigits: boolean,
): string {
  if (age <= 0) return text;
  return FORMS[language].age(text, formatNumber(age, language, hasNativeDigits));
}

/** Any other yearly day with its count: "Весілля (10 років)"; without a number where `years` is not above zero. */
export function yearCountText(
  text: string,
  years: number,
  language: PrintLanguage,
  hasNativeDigits: boolean,
): string {
  if (years <= 0) return text;
  const forms = FORMS[language];
  const pattern = forms.years[PLURAL_RULES[forms.plural](years)] ?? forms.years.other ?? '#';
  return forms.count(text, pattern.replace('#', formatNumber(years, language, hasNativeDigits)));
}
