import { DomainError, type ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { requireStaff } from '../require-staff';
import { askWaybill } from './ask-waybill';

type WaybillAnswer = {
  parcelId: Id<'parcel'>;
  shipmentId: Id<'shipment'> | null;
  /** Why there is none for this parcel. */
  problem: ErrorCode | null;
};

/**
 * Asks for the waybills of these parcels, each for itself: one that cannot be sent does not keep the others. A job gets
 * the numbers.
 * @throws DomainError "account.not_allowed"
 */
export async function requestWaybills(
  ctx: Ctx,
  input: { parcelIds: readonly Id<'parcel'>[] },
): Promise<WaybillAnswer[]> {
  requireStaff(ctx, 'production');
  const answers: WaybillAnswer[] = [];
  for (const parcelId of new Set(input.parcelIds)) {
    try {
      const shipmentId = await askWaybill(ctx, { parcelId });
      answers.push({ parcelId, shipmentId, problem: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      answers.push({ parcelId, shipmentId: null, problem: error.code });
    }
  }
  return answers;
}
