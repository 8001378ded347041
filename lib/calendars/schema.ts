import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { OUTPUT_CONDITIONS } from '@/lib/print/press';
import {
  ColourSchema,
  DATES_MAX,
  HolidaySetSchema,
  MONTHS_MAX,
  MONTHS_MIN,
  NOTES_PAGES_MAX,
  PRINT_LANGUAGES,
  YearMonthSchema,
} from './document';

/** A file of dates larger than this is something else. */
export const DATES_FILE_BYTES_MAX = 1024 * 1024;

/** Room for the largest document: 500 dates, 2000 chosen holidays, 18 pages. */
export const DOCUMENT_BODY_LIMIT_BYTES = 768 * 1024;

/** Cover, overview, months, notes and back cover. */
const PAGES_MAX = MONTHS_MAX + NOTES_PAGES_MAX + 3;

export const CalendarParamsSchema = z.strictObject({ calendarId: idSchema('calendar') });
export const CalendarPageParamsSchema = z.strictObject({
  calendarId: idSchema('calendar'),
  index: z.coerce
    .number()
    .int()
    .min(0)
    .max(PAGES_MAX - 1),
});
export const CalendarVersionParamsSchema = z.strictObject({
  calendarId: idSchema('calendar'),
  version: z.coerce.number().pipe(z.int32().min(1)),
});
export const ProofParamsSchema = z.strictObject({ proofId: idSchema('proof') });

/** The document is read by readDocument, which knows older shapes too. */
const SentDocumentSchema = z.looseObject({ schemaVersion: z.number().int() });

export const CreateCalendarSchema = z.strictObject({
  document: SentDocumentSchema,
  /** Name in lists; the printed title when it is left out. */
  title: z.string().max(60).optional(),
});

export const SaveCalendarSchema = z.strictObject({
  expectedVersion: z.int32().min(1),
  document: SentDocumentSchema,
});

export const RenameCalendarSchema = z.strictObject({ title: z.string().max(60) });

export const RENDITIONS = ['thumb', 'screen'] as const;
export type Rendition = (typeof RENDITIONS)[number];

export const RenderPagesSchema = z.strictObject({
  document: SentDocumentSchema,
  pages: z
    .array(
      z
        .number()
        .int()
        .min(0)
        .max(PAGES_MAX - 1),
    )
    .min(1)
    .max(PAGES_MAX),
});

/** What anybody may ask for; the digital edition is made for orders that are paid. */
const PROOF_KINDS = ['PROOF', 'PRINT'] as const;
export const RequestProofSchema = z.strictObject({ kind: z.enum(PROOF_KINDS) });

export const ImportDatesSchema = z.strictObject({
  text: z.string().max(DATES_FILE_BYTES_MAX),
  /** Days before this month that name no rule come back every year. */
  from: YearMonthSchema,
});
/** JSON may double the size of a text in quotes and escapes. */
export const IMPORT_BODY_LIMIT_BYTES = 2 * DATES_FILE_BYTES_MAX + 1024;

export const AutofillSchema = z.strictObject({
  document: SentDocumentSchema,
  /** Which of the person's pictures to use; all of them when it is left out. */
  pictureIds: z.array(idSchema('picture')).max(2000).optional(),
  /** Also replaces the pictures of pages that are not locked. */
  isAgain: z.boolean().optional(),
});

export const ListHolidaysSchema = z.strictObject({
  holidaySets: z.array(HolidaySetSchema).max(6),
  from: YearMonthSchema,
  monthCount: z.number().int().min(MONTHS_MIN).max(MONTHS_MAX),
  language: z.enum(PRINT_LANGUAGES),
});

export const RollOverSchema = z.strictObject({
  /** Dates that happen only once and are to come again in the later calendar. */
  shift: z.array(idSchema('eventDate')).max(DATES_MAX),
});

/** More than any page is drawn with. */
const PROOFED_COLOURS_MAX = 256;
export const SoftProofColoursSchema = z.strictObject({
  colours: z.array(ColourSchema).min(1).max(PROOFED_COLOURS_MAX),
  condition: z.enum(OUTPUT_CONDITIONS),
});
