import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { settlePayment } from '@/lib/payments/settle-payment';

export async function handlePaymentSettle(
  ctx: Ctx,
  payload: JobPayload<'payment.settle'>,
): Promise<void> {
  await settlePayment(ctx, payload.paymentId, PURPOSES);
}
