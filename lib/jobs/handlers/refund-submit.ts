import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { submitRefund } from '@/lib/payments/submit-refund';

export async function handleRefundSubmit(
  ctx: Ctx,
  payload: JobPayload<'refund.submit'>,
): Promise<void> {
  await submitRefund(ctx, payload.refundId, PURPOSES);
}
