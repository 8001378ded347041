import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { moveByHand } from '@/lib/orders/delivery/move-by-hand';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { MoveShipmentInput } from './schema';

/**
 * Staff know where a parcel is: from the customer, or from a carrier that is not asked by itself. Problems and returns
 * need a reason.
 * @throws DomainError "account.not_allowed", "shipment.not_found", "shipment.illegal_transition", "request.invalid"
 */
export async function changeShipment(
  ctx: Ctx,
  input: MoveShipmentInput & { shipmentId: Id<'shipment'> },
): Promise<void> {
  requireStaff(ctx, 'production');
  const { shipmentId, to, reason } = input;
  if ((to === 'PROBLEM' || to === 'RETURNED') && reason === '') {
    throw new DomainError('request.invalid', {}, { fields: { reason: 'required' } });
  }
  await inTransaction(ctx, async (tx) => {
    await moveByHand(tx, { shipmentId, to, reason: reason || null });
    await recordAudit(tx, {
      action: 'shipment.moved',
      subject: shipmentId,
      data: { to, ...(reason ? { reason } : {}) },
    });
  });
}
