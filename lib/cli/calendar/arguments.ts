import { parseArgs } from 'node:util';
import { placeOf } from '@/lib/calendar-days/places';
import {
  FORMAT_IDS,
  type FormatId,
  type HolidaySet,
  LAYOUT_IDS,
  type LayoutId,
  MONTHS_MAX,
  MONTHS_MIN,
  PRINT_LANGUAGES,
  type PrintLanguage,
  type ThemeId,
  YearMonthSchema,
} from '@/lib/calendars/document';
import { type Weekday, YEAR_MAX, YEAR_MIN, type YearMonth } from '@/lib/core/plain-date';
import { monthAndYear } from '@/lib/print/page-words';
import { EDITIONS, type Edition, PRESS_IDS, type PressProfile, pressOf } from '@/lib/print/press';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import { PlainFailure } from '../say';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const WEEK_NUMBERS = ['none', 'iso', 'us'] as const;

export const USAGE = `Makes a photo calendar: photos in, print PDF and preflight report out.

  npm run calendar -- --photos DIR --from 2027-01 --out FILE.pdf

  --photos DIR         folder with JPEG, PNG or WebP photos
  --from YYYY-MM       first month, ${YEAR_MIN} to ${YEAR_MAX}
  --out FILE.pdf       where the print file goes
  --months N           ${MONTHS_MIN} to ${MONTHS_MAX}; 12 by default
  --country UA         holidays of a country, or of a region (DE-BY); several with commas; none by default
  --language uk        ${PRINT_LANGUAGES.join(', ')}; en by default
  --first-weekday day  monday (default) to sunday
  --format NAME        ${FORMAT_IDS.join(', ')}
  --theme NAME         ${BUILT_IN_THEME_IDS.join(', ')}
  --layout NAME        ${LAYOUT_IDS.join(', ')}
  --title T            on the cover; --subtitle T below it
  --week-numbers W     ${WEEK_NUMBERS.join(', ')}
  --dates FILE         birthdays and other dates, .ics or .csv (date, text, kind); may be given several times
  --watermark T        writes T across each page, for a proof
  --edition E          press (default): PDF/X-4 in CMYK; proof: the same in sRGB; digital: trimmed, tagged, for screens
  --press NAME         ${PRESS_IDS.join(', ')}; by default where the format is printed
  --cache DIR          keeps prepared pictures, so that the next run is faster

One JSON object goes to standard output, everything else to standard error.`;

/** The command line is not understood. */
export class UsageFailure extends PlainFailure {}

export type CalendarArguments = {
  photosDir: string;
  from: YearMonth;
  monthCount: number;
  out: string;
  holidaySets: HolidaySet[];
  language: PrintLanguage;
  firstWeekday: Weekday;
  formatId: FormatId;
  themeId: ThemeId;
  layoutId: LayoutId;
  title: string;
  subtitle: string;
  weekNumbers: (typeof WEEK_NUMBERS)[number];
  datesFiles: string[];
  watermark: string | null;
  edition: Edition;
  /** Null for the house that usually prints the format. */
  press: PressProfile | null;
  cacheDir: string | null;
};

/** Reads the command line. @returns null when only help is asked for @throws UsageFailure with a sentence */
export function readArguments(args: readonly string[]): CalendarArguments | null {
  const values = parsed(args);
  if (values.help) return null;
  return {
    photosDir: required('photos', values.photos),
    from: month(required('from', values.from)),
    monthCount: months(values.months),
    out: pdfName(required('out', values.out)),
    holidaySets: places(values.country ?? []),
    language: oneOf('language', PRINT_LANGUAGES, values.language),
    firstWeekday: (WEEKDAYS.indexOf(oneOf('first-weekday', WEEKDAYS, values['first-weekday'])) +
      1) as Weekday,
    formatId: oneOf('format', FORMAT_IDS, values.format),
    themeId: oneOf('theme', BUILT_IN_THEME_IDS, values.theme),
    layoutId: oneOf('layout', LAYOUT_IDS, values.layout),
    title: values.title ?? '',
    subtitle: values.subtitle ?? '',
    weekNumbers: oneOf('week-numbers', WEEK_NUMBERS, values['week-numbers']),
    datesFiles: values.dates ?? [],
    watermark: values.watermark ?? null,
    edition: oneOf('edition', EDITIONS, values.edition),
    press: values.press === undefined ? null : pressOf(oneOf('press', PRESS_IDS, values.press)),
    cacheDir: values.cache ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const several = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        photos: text,
        from: text,
        months: text,
        out: text,
        country: several,
        language: text,
        'first-weekday': text,
        format: text,
        theme: text,
        layout: text,
        title: text,
        subtitle: text,
        'week-numbers': text,
        dates: several,
        watermark: text,
        edition: text,
        press: text,
        cache: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageFailure(`${(error as Error).message}\nSee: npm run calendar -- --help`);
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value.trim() === '') {
    throw new UsageFailure(`--${name} is missing.\n\n${USAGE}`);
  }
  return value;
}

function oneOf<const Value extends string>(
  name: string,
  values: readonly Value[],
  given: string | undefined,
): Value {
  if (given === undefined) return values[0] as Value;
  const found = values.find((value) => value === given.toLowerCase());
  if (found === undefined) {
    throw new UsageFailure(`--${name} is "${given}"; it can be ${values.join(', ')}.`);
  }
  return found;
}

function month(given: string): YearMonth {
  const result = YearMonthSchema.safeParse(given);
  if (!result.success) {
    throw new UsageFailure(
      `--from is "${given}"; it must be a month from ${YEAR_MIN}-01 to ${YEAR_MAX}-12, such as 2027-01.`,
    );
  }
  return result.data;
}

function months(given: string | undefined): number {
  const count = given === undefined ? 12 : Number(given);
  if (!Number.isInteger(count) || count < MONTHS_MIN || count > MONTHS_MAX) {
    throw new UsageFailure(
      `--months is "${given}"; it must be a whole number from ${MONTHS_MIN} to ${MONTHS_MAX}.`,
    );
  }
  return count;
}

function pdfName(given: string): string {
  if (!/\.pdf$/i.test(given)) throw new UsageFailure(`--out is "${given}"; it must end in .pdf.`);
  return given;
}

function places(given: readonly string[]): HolidaySet[] {
  const codes = given.flatMap((list) => list.split(',')).map((code) => code.trim());
  return codes.filter(Boolean).map((code) => {
    const [country = '', ...rest] = code.split('-');
    const set = {
      country: country.toUpperCase(),
      region: rest.length > 0 ? rest.join('-') : null,
    };
    if (!/^[A-Z]{2}$/.test(set.country) || !placeOf({ country: set.country, region: null })) {
      throw new UsageFailure(
        `--country "${code}" is not known. Give the two letters of a country (UA, US, DE), or with its region (DE-BY).`,
      );
    }
    if (!placeOf(set)) {
      throw new UsageFailure(
        `--country "${code}": ${set.country} is known, but it has no region "${set.region}".`,
      );
    }
    return set;
  });
}

/** The months of a calendar in words, for messages. */
export function monthsInWords(from: YearMonth, last: YearMonth): string {
  return from === last
    ? monthAndYear(from, 'en')
    : `${monthAndYear(from, 'en')} to ${monthAndYear(last, 'en')}`;
}
