import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CLAIM_STATUSES } from '@/lib/orders/claims/claim-states';

const ANSWER_MAX = 2000;

/** By when they were sent, a minus for the latest first. */
const CLAIM_SORTS = ['-sent', 'sent'] as const;

/** The board's filters as they stand in the address of the page; anything unreadable counts as not set. */
export const ClaimFilterSchema = z.object({
  status: z.enum(CLAIM_STATUSES).nullable().catch(null),
  search: z.string().trim().max(60).catch(''),
  /** Null is the newest first. */
  sort: z.enum(CLAIM_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ClaimFilter = z.output<typeof ClaimFilterSchema>;

export const StaffClaimParamsSchema = z.strictObject({ claimId: idSchema('claim') });

const answer = z.string().trim().max(ANSWER_MAX, 'too_long');

export const DecideClaimSchema = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('REPRINT'),
    /** Null takes the first house that can make it. */
    printHouseId: idSchema('printHouse').nullable(),
    answer,
  }),
  z.strictObject({
    decision: z.literal('REFUND'),
    amountMinor: z.int32().min(1),
    answer,
  }),
  z.strictObject({ decision: z.literal('DECLINE'), answer: answer.min(1, 'required') }),
]);
export type DecideClaimInput = z.output<typeof DecideClaimSchema>;
