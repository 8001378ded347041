import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findParcels } from './parcel-store';
import { presentStaffParcel, type StaffParcel } from './present-parcel';

/**
 * What to print for these parcels, in the order asked for: the packing list, and a card for each gift.
 * @throws DomainError "account.not_allowed", "shipment.not_found"
 */
export async function getSlips(
  ctx: Ctx,
  input: { parcelIds: readonly Id<'parcel'>[]; locale: string },
): Promise<StaffParcel[]> {
  requireStaff(ctx, 'production');
  const rows = await findParcels(ctx, input.parcelIds);
  const slips = input.parcelIds.flatMap((parcelId) => {
    const row = rows.find(({ id }) => id === parcelId);
    return row ? [presentStaffParcel(row, input.locale, () => null)] : [];
  });
  if (slips.length === 0) throw new DomainError('shipment.not_found');
  await recordAudit(ctx, {
    action: 'packing.slips_printed',
    subject: slips[0]?.orderId ?? '',
    data: { parcelIds: [...input.parcelIds] },
  });
  return slips;
}
