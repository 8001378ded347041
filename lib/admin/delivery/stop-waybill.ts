import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { cancelWaybill } from '@/lib/orders/delivery/cancel-waybill';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/** Calls a waybill off at the carrier and here. @throws DomainError "account.not_allowed", and those of cancelWaybill */
export async function stopWaybill(
  ctx: Ctx,
  input: { shipmentId: Id<'shipment'>; reason: string },
): Promise<void> {
  requireStaff(ctx, 'production');
  await cancelWaybill(ctx, input);
  await recordAudit(ctx, {
    action: 'waybill.cancelled',
    subject: input.shipmentId,
    data: { reason: input.reason },
  });
}
