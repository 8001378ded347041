import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { sendByHand } from '@/lib/orders/delivery/send-by-hand';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { SendByHandInput } from './schema';

/**
 * Writes down the number under which a parcel was given to a carrier; its order follows, the customer is told.
 * @throws DomainError "account.not_allowed", and those of sendByHand
 */
export async function sendParcel(
  ctx: Ctx,
  input: SendByHandInput & { parcelId: Id<'parcel'> },
): Promise<void> {
  requireStaff(ctx, 'production');
  await inTransaction(ctx, async (tx) => {
    await sendByHand(tx, input);
    await recordAudit(tx, {
      action: 'parcel.sent',
      subject: input.parcelId,
      data: { carrier: input.carrier, trackingNumber: input.trackingNumber },
    });
  });
}
