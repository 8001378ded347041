import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** By what the customers can be sorted, a minus for the most or latest first. */
const CUSTOMER_SORTS = [
  '-since',
  'since',
  'name',
  '-name',
  '-orders',
  'orders',
  '-calendars',
  'calendars',
] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** Filters of the customers' page as they stand in its address; anything unreadable counts as not set. */
export const CustomerFilterSchema = z.object({
  /** Part of a name, an address or a number, or an id. */
  search: z.string().trim().max(100).catch(''),
  kind: z.enum(['CUSTOMER', 'GUEST', 'BLOCKED']).nullable().catch(null),
  /** Null is the newest first. */
  sort: z.enum(CUSTOMER_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CustomerFilter = z.output<typeof CustomerFilterSchema>;

export const CustomerParamsSchema = z.strictObject({ userId: idSchema('user') });

/** For the records. */
const reason = z.string().trim().min(1, 'required').max(300, 'too_long');
export const BlockSchema = z.strictObject({ isBlocked: z.boolean(), reason });
export const LookSchema = z.strictObject({ reason });
