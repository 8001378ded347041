import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { LARGEST_CHARGE } from '@/lib/core/money';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';

export const PROMO_KINDS = ['PERCENT', 'AMOUNT', 'FREE_DELIVERY'] as const;
/** How a code stands on a day. */
export const PROMO_STATES = ['active', 'planned', 'over', 'used_up', 'off'] as const;
export type PromoState = (typeof PROMO_STATES)[number];

/** By what codes can be sorted, a minus for the latest or most first. */
const PROMO_SORTS = ['-made', 'made', 'code', '-code', '-uses', 'uses', 'ends', '-ends'] as const;
export type PromoSort = (typeof PROMO_SORTS)[number];

/** The list's filter as it stands in the address of the page; anything unreadable counts as not set. */
export const PromoFilterSchema = z.object({
  search: z.string().trim().max(100).catch(''),
  state: z.enum(PROMO_STATES).nullable().catch(null),
  /** Null is the newest first. */
  sort: z.enum(PROMO_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PromoFilter = z.output<typeof PromoFilterSchema>;

const SumsSchema = z.partialRecord(
  z.enum(['UAH', 'EUR', 'USD', 'PLN', 'GBP']),
  z.number().int().min(1).max(LARGEST_CHARGE),
);
const DaySchema = z
  .custom<PlainDate>(
    (value) => typeof value === 'string' && parsePlainDate(value) !== null,
    'bad_date',
  )
  .nullable();

export const SavePromoSchema = z.strictObject({
  /** Judged in the use case, which knows the one spelling. */
  code: z.string().trim().min(1, 'required').max(40, 'too_long'),
  kind: z.enum(PROMO_KINDS),
  basisPoints: z.number().int().min(1).max(10_000).nullable(),
  amounts: SumsSchema,
  minimums: SumsSchema,
  /** First and last day, both of them included, in UTC. */
  firstDay: DaySchema,
  lastDay: DaySchema,
  maxUses: z.number().int().min(1).max(1_000_000).nullable(),
  oncePerCustomer: z.boolean(),
  isActive: z.boolean(),
  note: z.string().trim().max(500, 'too_long'),
});
export type SavePromoInput = z.output<typeof SavePromoSchema>;

export const PromoParamsSchema = z.strictObject({ promoCodeId: idSchema('promoCode') });
