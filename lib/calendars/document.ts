import { z } from 'zod';
import { type Id, idSchema } from '@/lib/core/ids';
import {
  type MonthDay,
  monthPartsOf,
  type PlainDate,
  parseMonthDay,
  parsePlainDate,
  parseYearMonth,
  YEAR_MAX,
  YEAR_MIN,
  type YearMonth,
} from '@/lib/core/plain-date';

/** Languages a calendar can be printed in. Interface languages and holiday countries are chosen apart from it. */
export const PRINT_LANGUAGES = [
  'en',
  'uk',
  'de',
  'pl',
  'fr',
  'es',
  'it',
  'ja',
  'pt',
  'nl',
  'cs',
  'sk',
  'hu',
  'ro',
  'bg',
  'hr',
  'sl',
  'lt',
  'lv',
  'et',
  'fi',
  'sv',
  'da',
  'nb',
  'el',
  'tr',
  'he',
  'ar',
  'fa',
  'hi',
  'zh',
  'ko',
] as const;
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number];

/** Poster formats print the whole year on one sheet; all others are a cover, a page for each month and a back. */
export const FORMAT_IDS = [
  'wall-a3-portrait',
  'wall-a3-landscape',
  'wall-a4-portrait',
  'wall-a4-landscape',
  'wall-300-square',
  'wall-letter-landscape',
  'wall-12in-square',
  'desk-a5-landscape',
  'poster-a2-portrait',
  'poster-a3-portrait',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export const LAYOUT_IDS = [
  'photo-above',
  'photo-below',
  'photo-left',
  'photo-full',
  'two-photos',
  'three-photos',
  'six-photos',
  'photo-strip',
  'family-planner',
  'week-rows',
  'type-only',
  'photo-days',
] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];

/** Built-in themes are named by a word; themes that staff make in the admin section carry a name of the same shape. */
export const THEME_ID_PATTERN = /^[a-z][a-z0-9-]{1,39}$/;
export type ThemeId = string;

/** Drawn as small vectors in a day cell; their outlines are data of the print engine. */
export const ICON_IDS = [
  'cake',
  'heart',
  'rings',
  'star',
  'gift',
  'balloon',
  'baby',
  'house',
  'plane',
  'suitcase',
  'school',
  'music',
  'ball',
  'paw',
  'flower',
  'tree',
  'sun',
  'candle',
  'cup',
  'tooth',
] as const;
export type IconId = (typeof ICON_IDS)[number];

/** sRGB, "#rrggbb". */
export const ColourSchema = z.templateLiteral(['#', z.string().regex(/^[0-9a-f]{6}$/)]);

const PlainDateSchema = z.custom<PlainDate>(
  (v) => typeof v === 'string' && parsePlainDate(v) !== null,
  'bad_date',
);
const MonthDaySchema = z.custom<MonthDay>(
  (v) => typeof v === 'string' && parseMonthDay(v) !== null,
  'bad_date',
);
export const YearMonthSchema = z.custom<YearMonth>((v) => {
  const month = typeof v === 'string' ? parseYearMonth(v) : null;
  if (!month) return false;
  const { year } = monthPartsOf(month);
  return year >= YEAR_MIN && year <= YEAR_MAX;
}, 'bad_month');

/** Further than this a picture is not crooked but turned. */
export const STRAIGHTEN_MAX_DEG = 15;

/**
 * Which part of a picture shows in its slot, and how it lies there. The upright picture is turned clockwise by quarter
 * turns, then mirrored left to right; of what that gives, the largest rectangle of the slot's shape shows that fits
 * when the picture is turned by `straightenDeg` (clockwise), divided by `zoom`, centred on (x, y) and pushed back
 * inside. Fractions of the turned and mirrored picture, so that a crop survives a change of layout, format or master.
 */
export const CropSchema = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  zoom: z.number().min(1).max(8),
  quarterTurns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  isMirrored: z.boolean(),
  straightenDeg: z.number().min(-STRAIGHTEN_MAX_DEG).max(STRAIGHTEN_MAX_DEG),
});
export type Crop = z.infer<typeof CropSchema>;
export const CENTRED: Crop = {
  x: 0.5,
  y: 0.5,
  zoom: 1,
  quarterTurns: 0,
  isMirrored: false,
  straightenDeg: 0,
};

/** Each is one matrix over sRGB values (lib/print/filters.ts), so that screen and press show the same. */
export const FILTER_IDS = ['none', 'black-white', 'warm', 'cool', 'faded'] as const;
export type FilterId = (typeof FILTER_IDS)[number];

export const SlotSchema = z.strictObject({
  pictureId: idSchema('picture'),
  crop: CropSchema,
  filter: z.enum(FILTER_IDS),
});
export type Slot = { pictureId: Id<'picture'>; crop: Crop; filter: FilterId };

/** No control characters: they have no glyph, and some end a line where the layout does not expect it. */
const LineSchema = (max: number) =>
  z
    .string()
    .max(max, 'too_long')
    .regex(/^[^\p{Cc}\u2028\u2029\ud800-\udfff]*$/u, 'bad_text');

export const CAPTION_MAX = 120;
export const DATE_TEXT_MAX = 80;
export const DATES_MAX = 500;
/** Slots of the richest layout. */
export const SLOTS_MAX = 6;
/** Columns of the family planner. */
export const PEOPLE_MAX = 6;
export const NOTES_PAGES_MAX = 4;

const ThemeIdSchema = z.string().regex(THEME_ID_PATTERN);

const PageSchema = z.strictObject({
  /** null follows the calendar's own choice. */
  layoutId: z.enum(LAYOUT_IDS).nullable(),
  themeId: ThemeIdSchema.nullable(),
  caption: LineSchema(CAPTION_MAX),
  /** As many as the richest layout has; a layout with fewer shows the first ones and keeps the rest. */
  slots: z.array(SlotSchema.nullable()).length(SLOTS_MAX),
  /** Filling the calendar again leaves this page as it is. */
  isLocked: z.boolean(),
});
export type CalendarPage = z.infer<typeof PageSchema>;

/** A page of the document that can be designed: -1 is the cover, 0 and up the months. As in CalendarImage. */
export type PageIndex = number;
export const COVER_PAGE: PageIndex = -1;

/** What a 29 February becomes in a year without one. */
export const LEAP_RULES = ['feb-28', 'mar-1', 'skip'] as const;

export const OwnDateSchema = z.strictObject({
  id: idSchema('eventDate'),
  text: LineSchema(DATE_TEXT_MAX).refine((t) => t.trim().length > 0, 'empty'),
  kind: z.enum(['birthday', 'anniversary', 'other']),
  /** How the day is marked on paper; null leaves it to the theme. */
  icon: z.enum(ICON_IDS).nullable(),
  colour: ColourSchema.nullable(),
  /** A small round picture in the day's cell. */
  picture: SlotSchema.nullable(),
  /** Whose column of the family planner it stands in; null is everybody's. */
  personId: z.string().max(40).nullable(),
  when: z.discriminatedUnion('every', [
    z.strictObject({ every: z.literal('once'), date: PlainDateSchema }),
    z.strictObject({
      every: z.literal('year'),
      monthDay: MonthDaySchema,
      /** The year of birth or of the wedding; null where it is unknown, and then no age is printed. */
      sinceYear: z.number().int().min(1).max(YEAR_MAX).nullable(),
      leapRule: z.enum(LEAP_RULES),
    }),
  ]),
});
export type OwnDate = z.infer<typeof OwnDateSchema>;

/** A column of the family planner. */
export const PersonSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  name: LineSchema(30).refine((t) => t.trim().length > 0, 'empty'),
  colour: ColourSchema,
});
export type Person = z.infer<typeof PersonSchema>;

/** Small dates of another calendar beside our own. */
export const SECONDARY_CALENDARS = ['none', 'hebrew', 'hijri', 'chinese', 'persian'] as const;
export type SecondaryCalendar = (typeof SECONDARY_CALENDARS)[number];

/** A country, and where its holidays differ by state or region, which one: { country: 'DE', region: 'BY' }. */
export const HolidaySetSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,12}$/)
    .nullable(),
});
export type HolidaySet = z.infer<typeof HolidaySetSchema>;

export const MONTHS_MIN = 1;
export const MONTHS_MAX = 18;

/** The calendar that people edit. One JSON value: versions, undo, the proof's hash and the command line all work on it. */
export const CalendarDocumentSchema = z
  .strictObject({
    schemaVersion: z.literal(2),
    title: LineSchema(60),
    subtitle: LineSchema(80),
    formatId: z.enum(FORMAT_IDS),
    from: YearMonthSchema,
    monthCount: z.number().int().min(MONTHS_MIN).max(MONTHS_MAX),
    language: z.enum(PRINT_LANGUAGES),
    /** 1 is Monday, 7 is Sunday. */
    firstWeekday: z.union([
      z.literal(1),
      z.literal(2),
      z.literal(3),
      z.literal(4),
      z.literal(5),
      z.literal(6),
      z.literal(7),
    ]),
    weekNumbers: z.enum(['none', 'iso', 'us']),
    /** The language's own digits where it has some: Arabic-Indic, Persian, Devanagari. */
    hasNativeDigits: z.boolean(),
    secondaryCalendar: z.enum(SECONDARY_CALENDARS),
    hasMoonPhases: z.boolean(),
    /** The year at a glance after the cover. */
    hasOverview: z.boolean(),
    /** Ruled pages before the back cover. */
    notesPages: z.number().int().min(0).max(NOTES_PAGES_MAX),
    people: z.array(PersonSchema).max(PEOPLE_MAX),
    themeId: ThemeIdSchema,
    layoutId: z.enum(LAYOUT_IDS),
    holidaySets: z.array(HolidaySetSchema).max(6),
    /** Holidays of the sets that are not printed, by key. */
    hiddenHolidays: z.array(z.string().max(120)).max(1000),
    /** Holidays that are printed though their kind usually is not, by key. */
    shownHolidays: z.array(z.string().max(120)).max(1000),
    dates: z.array(OwnDateSchema).max(DATES_MAX),
    /** Cover first; its slot 0 is the cover picture. */
    cover: PageSchema,
    /** pages[i] is month `from` + i; always monthCount long. */
    pages: z.array(PageSchema).min(MONTHS_MIN).max(MONTHS_MAX),
  })
  .refine((d) => d.pages.length === d.monthCount, {
    path: ['pages'],
    message: 'pages_and_months_differ',
  });
export type CalendarDocument = z.infer<typeof CalendarDocumentSchema>;

export function emptyPage(): CalendarPage {
  return {
    layoutId: null,
    themeId: null,
    caption: '',
    slots: Array.from({ length: SLOTS_MAX }, () => null),
    isLocked: false,
  };
}

/** Every picture that the document places, in slots and in day cells, each once. */
export function picturesIn(document: CalendarDocument): Id<'picture'>[] {
  const slots = [document.cover, ...document.pages].flatMap((page) => page.slots);
  const inDays = document.dates.map(({ picture }) => picture);
  const ids = [...slots, ...inDays].flatMap((slot) => (slot ? [slot.pictureId] : []));
  return [...new Set(ids)];
}
