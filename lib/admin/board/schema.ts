import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CURRENCIES } from '@/lib/core/money';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { METHOD_IDS } from '@/lib/orders/delivery/methods';
import { ORDER_STATUSES } from '@/lib/orders/order-states';
import { TILLS } from '@/lib/payments/till-choice';

/** Orders changed at one press; more are chosen again. */
export const BULK_MAX = 50;
const REASON_MAX = 500;
const NAME_MAX = 40;

const day = z
  .custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== null)
  .nullable()
  .catch(null);

/** By what the board can be sorted, a minus for the largest or latest first. */
export const BOARD_SORTS = ['-placed', 'placed', '-total', 'total', '-arrives', 'arrives'] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** The board's filters as they stand in the address of the page; anything unreadable counts as not set. */
export const BoardFilterSchema = z.object({
  /** The beginning of an order's number, an e-mail address, a tracking number or words of a recipient's name. */
  search: z.string().trim().max(100).catch(''),
  status: z.enum(ORDER_STATUSES).nullable().catch(null),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .catch(null),
  currency: z
    .enum(CURRENCIES as [(typeof CURRENCIES)[number]])
    .nullable()
    .catch(null),
  /** The till that took the money or, while nothing is paid, was tried. */
  till: z.enum(TILLS).nullable().catch(null),
  /** Of any of the order's parcels. */
  method: z.enum(METHOD_IDS).nullable().catch(null),
  held: z.enum(['yes', 'no']).nullable().catch(null),
  /** Something about it does not go on by itself. */
  person: z.enum(['yes']).nullable().catch(null),
  /** Days of placing, UTC, both included. */
  from: day,
  to: day,
  sort: z.enum(BOARD_SORTS).catch('-placed'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BoardFilter = z.output<typeof BoardFilterSchema>;

/** What of a filter stands in an address: only what is set, in one order, so that equal views have equal addresses. */
export function boardQuery(
  filter: BoardFilter,
  change: Partial<Record<keyof BoardFilter, string | number | null>> = {},
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, ...change })) {
    const isDefault = (key === 'sort' && value === '-placed') || (key === 'page' && value === 1);
    if (value && !isDefault) query.set(key, String(value));
  }
  return query.toString();
}

/** Filters of an address as it is typed or was saved. */
export function readBoardQuery(query: string): BoardFilter {
  return BoardFilterSchema.parse(Object.fromEntries(new URLSearchParams(query)));
}

const reason = z.string().trim().min(1, 'required').max(REASON_MAX, 'too_long');
const orderIds = z.array(idSchema('order')).min(1).max(BULK_MAX);

export const BulkSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('produce'), orderIds }),
  z.strictObject({ action: z.literal('hold'), orderIds, reason }),
  z.strictObject({ action: z.literal('release'), orderIds, reason }),
]);
export type BulkInput = z.output<typeof BulkSchema>;

/** The filter of the board, or the orders chosen on it, as "ids": then nothing else counts. */
export const ExportQuerySchema = BoardFilterSchema.extend({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(orderIds)
    .optional(),
});
export type ExportQuery = z.output<typeof ExportQuerySchema>;

export const SaveFilterSchema = z.strictObject({
  name: z.string().trim().min(1, 'required').max(NAME_MAX, 'too_long'),
  /** The part of the board's address after the question mark. */
  query: z.string().max(1000),
});

export const SavedFilterParamsSchema = z.strictObject({ savedFilterId: idSchema('savedFilter') });
