import type { PrintLanguage } from '@/lib/calendars/document';

type PluralCategory = 'one' | 'few' | 'many' | 'other';

/**
 * Plural categories of whole numbers. Source: Unicode CLDR 48, plurals.xml, cardinal rules for integers.
 * The category "many" that CLDR gives to millions in French, Spanish and Italian cannot occur in a count of years.
 */
const PLURAL_RULES = {
  oneOther: (n) => (n === 1 ? 'one' : 'other'),
  french: (n) => (n === 0 || n === 1 ? 'one' : 'other'),
  polish: (n) => {
    if (n === 1) return 'one';
    return endsInFew(n) ? 'few' : 'many';
  },
  ukrainian: (n) => {
    if (n % 10 === 1 && n % 100 !== 11) return 'one';
    return endsInFew(n) ? 'few' : 'many';
  },
  none: () => 'other',
} as const satisfies Record<string, (n: number) => PluralCategory>;

const endsInFew = (n: number) => n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14);

type CountForms = {
  plural: keyof typeof PLURAL_RULES;
  years: Partial<Record<PluralCategory, string>> & ({ other: string } | { many: string });
  age: (text: string, years: number) => string;
  count: (text: string, years: string) => string;
};

const comma = (text: string, years: number) => `${text}, ${years}`;
const brackets = (text: string, years: string) => `${text} (${years})`;

const FORMS: Record<PrintLanguage, CountForms> = {
  en: form('oneOther', { one: '# year', other: '# years' }),
  uk: form('ukrainian', { one: '# рік', few: '# роки', many: '# років' }),
  de: form('oneOther', { one: '# Jahr', other: '# Jahre' }),
  pl: form('polish', { one: '# rok', few: '# lata', many: '# lat' }),
  fr: form('french', { one: '# an', other: '# ans' }),
  es: form('oneOther', { one: '# año', other: '# años' }),
  it: form('oneOther', { one: '# anno', other: '# anni' }),
  ja: {
    plural: 'none',
    years: { other: '#周年' },
    age: (text, years) => `${text}、${years}歳`,
    count: (text, years) => `${text}（${years}）`,
  },
};

function form(plural: CountForms['plural'], years: CountForms['years']): CountForms {
  return { plural, years, age: comma, count: brackets };
}

/**
 * A birthday with the age that is reached: "Олена, 40", "花子、40歳".
 * Without a number where `age` is not above zero: the day of birth itself, or before it.
 */
export function ageText(text: string, age: number, language: PrintLanguage): string {
  return age > 0 ? FORMS[language].age(text, age) : text;
}

/** Any other yearly day with its count: "Весілля (10 років)"; without a number where `years` is not above zero. */
export function yearCountText(text: string, years: number, language: PrintLanguage): string {
  if (years <= 0) return text;
  const forms = FORMS[language];
  const pattern = forms.years[PLURAL_RULES[forms.plural](years)] ?? forms.years.other ?? '#';
  return forms.count(text, pattern.replace('#', String(years)));
}
