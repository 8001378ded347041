import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { PrintJobItemsSchema } from '../print-houses/print-job-items';
import { RequestKeySchema } from '../schema';
import { CLAIM_KINDS } from './claim-states';

export const CLAIM_TEXT_MAX = 2000;
export const CLAIM_PICTURES_MAX = 6;

export const OpenClaimSchema = z.strictObject({
  requestKey: RequestKeySchema,
  kind: z.enum(CLAIM_KINDS),
  text: z.string().trim().min(10, 'too_short').max(CLAIM_TEXT_MAX, 'too_long'),
  items: PrintJobItemsSchema.max(50),
  pictureIds: z.array(idSchema('picture')).max(CLAIM_PICTURES_MAX),
});
export type OpenClaimInput = z.output<typeof OpenClaimSchema>;

export const ClaimParamsSchema = z.strictObject({
  orderId: idSchema('order'),
  claimId: idSchema('claim'),
});
