import { z } from 'zod';
import {
  FORMAT_IDS,
  LAYOUT_IDS,
  PRINT_LANGUAGES,
  THEME_ID_PATTERN,
} from '@/lib/calendars/document';
import { TEMPLATE_SLUG_PATTERN } from '@/lib/calendars/templates/schema';
import { idSchema } from '@/lib/core/ids';
import { isChargeable, LARGEST_CHARGE } from '@/lib/core/money';
import {
  type MonthDay,
  type PlainDate,
  parseMonthDay,
  parsePlainDate,
} from '@/lib/core/plain-date';
import { CARRIER_IDS } from '@/lib/orders/carriers';
import { RequestKeySchema } from '@/lib/orders/schema';
import { COPIES_MAX, STEPS_MAX } from './products/rules';

const REASON_MAX = 500;
const NOTE_MAX = 2000;

const text = (max: number) => z.string().trim().min(1, 'required').max(max, 'too_long');
const optionalText = (max: number) => z.string().trim().max(max, 'too_long');

export const MoveOrderSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('IN_PRODUCTION') }),
  z.strictObject({
    to: z.literal('SHIPPED'),
    carrier: z.enum(CARRIER_IDS),
    /** Judged in the use case, which has a code of its own for it. */
    trackingNumber: z.string().trim().max(60),
  }),
  z.strictObject({ to: z.literal('DELIVERED') }),
  z.strictObject({ to: z.literal('CANCELLED'), reason: text(REASON_MAX) }),
]);
export type MoveOrderInput = z.output<typeof MoveOrderSchema>;

export const RefundOrderSchema = z.strictObject({
  amountMinor: z.int32().min(1),
  reason: text(REASON_MAX),
  requestKey: RequestKeySchema,
});
export type RefundOrderInput = z.output<typeof RefundOrderSchema>;

export const HoldOrderSchema = z.strictObject({ isHeld: z.boolean(), reason: text(REASON_MAX) });

export const NoteSchema = z.strictObject({ text: text(NOTE_MAX) });

const MonthDaySchema = z.custom<MonthDay>(
  (value) => typeof value === 'string' && parseMonthDay(value) !== null,
  'bad_date',
);
const DateSchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
  'bad_date',
);

export const CorrectionSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'bad_country'),
  region: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,12}$/)
    .nullable(),
  action: z.enum(['ADD', 'REMOVE', 'RENAME']),
  when: z.discriminatedUnion('every', [
    z.strictObject({ every: z.literal('once'), date: DateSchema }),
    z.strictObject({ every: z.literal('year'), monthDay: MonthDaySchema }),
  ]),
  names: z.partialRecord(z.enum(PRINT_LANGUAGES), optionalText(80)),
  kind: z.enum(['PUBLIC', 'OBSERVANCE']),
  reason: text(REASON_MAX),
});
export type CorrectionInput = z.output<typeof CorrectionSchema>;

export const HolidayParamsSchema = z.strictObject({ holidayId: idSchema('holiday') });

export const ChangePriceSchema = z.strictObject({
  prices: z
    .array(
      z
        .strictObject({
          currency: z.enum(['UAH', 'EUR', 'USD', 'PLN', 'GBP']),
          amountMinor: z.number().int().min(1).max(LARGEST_CHARGE),
          /** What one copy costs us; left out, it stays. */
          costMinor: z.number().int().min(0).max(LARGEST_CHARGE).optional(),
          /** From so many copies in one order each costs this; left out, they stay. */
          steps: z
            .array(
              z.strictObject({
                fromCopies: z.number().int().min(2).max(COPIES_MAX),
                amountMinor: z.number().int().min(1).max(LARGEST_CHARGE),
              }),
            )
            .max(STEPS_MAX)
            .optional(),
        })
        .refine(
          ({ currency, amountMinor, steps = [] }) =>
            [amountMinor, ...steps.map((step) => step.amountMinor)].every((minor) =>
              isChargeable(minor, currency),
            ),
          { path: ['amountMinor'], message: 'not_chargeable' },
        ),
    )
    .max(5),
  isActive: z.boolean(),
});
export type ChangePriceInput = z.output<typeof ChangePriceSchema>;

const PUBLISH_STATUSES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;

export const ThemeParamsSchema = z.strictObject({
  themeId: z.string().regex(THEME_ID_PATTERN, 'bad_id'),
});
export const SaveThemeSchema = z.strictObject({
  name: text(60),
  /** Judged in the use case, which names the wrong fields. */
  theme: z.looseObject({}),
  status: z.enum(PUBLISH_STATUSES),
  expectedVersion: z.int32().min(1).nullable(),
});

export const TemplateParamsSchema = z.strictObject({
  slug: z.string().regex(TEMPLATE_SLUG_PATTERN, 'bad_id'),
});
export const SaveTemplateSchema = z.strictObject({
  /** Judged in the use case, which names the wrong fields. */
  template: z.looseObject({}),
  status: z.enum(PUBLISH_STATUSES),
  position: z.number().int().min(0).max(10_000),
  expectedVersion: z.int32().min(1).nullable(),
});

/** What is drawn while it is edited; the use case judges the look itself. */
export const PreviewLookSchema = z.union([
  z.strictObject({
    theme: z.looseObject({}),
    formatId: z.enum(FORMAT_IDS),
    layoutId: z.enum(LAYOUT_IDS),
  }),
  z.strictObject({ template: z.looseObject({}) }),
]);
