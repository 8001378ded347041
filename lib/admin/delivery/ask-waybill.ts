import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { requestWaybill } from '@/lib/orders/delivery/request-waybill';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/** Asks for the waybill of one parcel; a job gets its number. @throws DomainError "account.not_allowed", and those of requestWaybill */
export async function askWaybill(
  ctx: Ctx,
  input: { parcelId: Id<'parcel'> },
): Promise<Id<'shipment'>> {
  requireStaff(ctx, 'production');
  return inTransaction(ctx, async (tx) => {
    const shipmentId = await requestWaybill(tx, input.parcelId);
    await recordAudit(tx, {
      action: 'waybill.requested',
      subject: input.parcelId,
      data: { shipmentId },
    });
    return shipmentId;
  });
}
