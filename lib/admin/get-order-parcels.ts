import { isAdmitted } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { nameActors } from './delivery/name-actors';
import { findParcelsOfOrder } from './delivery/parcel-store';
import { presentStaffParcel, type StaffParcel } from './delivery/present-parcel';
import { requireStaff } from './require-staff';

/**
 * The parcels of one order with what this person can do about them; the order's own reader writes that it was looked at.
 * @throws DomainError "account.not_allowed"
 */
export async function getOrderParcels(
  ctx: Ctx,
  input: { orderId: Id<'order'>; locale: string },
): Promise<StaffParcel[]> {
  requireStaff(ctx, 'orders');
  const rows = await findParcelsOfOrder(ctx, input.orderId);
  const nameOf = await nameActors(ctx, rows);
  const parcels = rows.map((row) => presentStaffParcel(row, input.locale, nameOf));
  return isAdmitted(ctx.actor, 'production') ? parcels : parcels.map(withoutActions);
}

function withoutActions(parcel: StaffParcel): StaffParcel {
  return {
    ...parcel,
    canSend: false,
    canWaybill: false,
    shipments: parcel.shipments.map((shipment) => ({
      ...shipment,
      hasLabel: false,
      canCancel: false,
      moves: [],
    })),
  };
}
