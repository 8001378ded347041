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
export const PRINT_LANGUAGES = ['en', 'uk', 'de', 'pl', 'fr', 'es', 'it', 'ja'] as const;
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number];

export const FORMAT_IDS = ['wall-a3-portrait', 'wall-a4-landscape', 'wall-300-square'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export const LAYOUT_IDS = ['photo-above', 'photo-full', 'two-photos'] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];

export const THEME_IDS = ['atelier', 'meridian', 'evening'] as const;
export type ThemeId = (typeof THEME_IDS)[number];

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

/**
 * Which part of a picture shows in its slot: the largest rectangle of the slot's shape, divided by `zoom`,
 * centred on (x, y) and pushed back inside the picture. Fractions of the upright picture, so that a crop
 * survives a change of layout, format or print master.
 */
export const CropSchema = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  zoom: z.number().min(1).max(8),
});
export type Crop = z.infer<typeof CropSchema>;
export const CENTRED: Crop = { x: 0.5, y: 0.5, zoom: 1 };

export const SlotSchema = z.strictObject({ pictureId: idSchema('picture'), crop: CropSchema });
export type Slot = { pictureId: Id<'picture'>; crop: Crop };

/** No control characters: they have no glyph, and some end a line where the layout does not expect it. */
const LineSchema = (max: number) =>
  z
    .string()
    .max(max, 'too_long')
    .regex(/^[^\p{Cc}\u2028\u2029\ud800-\udfff]*$/u, 'bad_text');

export const CAPTION_MAX = 120;
export const DATE_TEXT_MAX = 80;
export const DATES_MAX = 500;

const PageSchema = z.strictObject({
  /** null follows the calendar's own choice. */
  layoutId: z.enum(LAYOUT_IDS).nullable(),
  themeId: z.enum(THEME_IDS).nullable(),
  caption: LineSchema(CAPTION_MAX),
  /** As many as the richest layout has; a layout with fewer shows the first ones and keeps the rest. */
  slots: z.array(SlotSchema.nullable()).length(2),
});
export type CalendarPage = z.infer<typeof PageSchema>;

/** What a 29 February becomes in a year without one. */
export const LEAP_RULES = ['feb-28', 'mar-1', 'skip'] as const;

export const OwnDateSchema = z.strictObject({
  id: idSchema('eventDate'),
  text: LineSchema(DATE_TEXT_MAX).refine((t) => t.trim().length > 0, 'empty'),
  kind: z.enum(['birthday', 'anniversary', 'other']),
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
    schemaVersion: z.literal(1),
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
    themeId: z.enum(THEME_IDS),
    layoutId: z.enum(LAYOUT_IDS),
    holidaySets: z.array(HolidaySetSchema).max(6),
    /** Holidays of the sets that are not printed, by key. */
    hiddenHolidays: z.array(z.string().max(120)).max(1000),
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
  return { layoutId: null, themeId: null, caption: '', slots: [null, null] };
}

/** Every picture that the document places, each once. */
export function picturesIn(document: CalendarDocument): Id<'picture'>[] {
  const ids = [document.cover, ...document.pages]
    .flatMap((page) => page.slots)
    .flatMap((slot) => (slot ? [slot.pictureId] : []));
  return [...new Set(ids)];
}
