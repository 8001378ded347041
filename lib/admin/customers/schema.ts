import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** Filters of the customers' page as they stand in its address; anything unreadable counts as not set. */
export const CustomerFilterSchema = z.object({
  /** Part of a name, an address or a number, or an id. */
  search: z.string().trim().max(100).catch(''),
  kind: z.enum(['CUSTOMER', 'GUEST', 'BLOCKED']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CustomerFilter = z.output<typeof CustomerFilterSchema>;

export const CustomerParamsSchema = z.strictObject({ userId: idSchema('user') });

/** For the records. */
const reason = z.string().trim().min(1, 'required').max(300, 'too_long');
export const BlockSchema = z.strictObject({ isBlocked: z.boolean(), reason });
export const LookSchema = z.strictObject({ reason });
