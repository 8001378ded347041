import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { recordOrderEvent } from '../move-order';
import { cancelWaybill } from './cancel-waybill';
import { findShipment } from './delivery-store';

/** How soon a waybill that is just being made is looked at again; it is made or given up within ten minutes. */
const BEING_MADE_SECONDS = 30;

/**
 * Calls off the waybill of an order that was cancelled. One that is being made is called off when it is there; one that
 * the carrier keeps, because the parcel has left, is told to staff by the order's history. Delivered twice, this does
 * what is still undone.
 * @throws DomainError "carrier.unavailable": the job tries again later
 */
export async function callOffWaybill(
  ctx: Ctx,
  { shipmentId }: { shipmentId: Id<'shipment'> },
): Promise<void> {
  const shipment = await findShipment(ctx, shipmentId);
  if (!shipment || shipment.status === 'CANCELLED') return;
  try {
    await cancelWaybill(ctx, { shipmentId, reason: 'order_cancelled' });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'carrier.unavailable') throw error;
    await inTransaction(ctx, async (tx) => {
      if (error.code === 'request.conflict') {
        const startAfterSeconds = BEING_MADE_SECONDS;
        return enqueue(tx, 'waybill.cancel', { shipmentId }, { startAfterSeconds });
      }
      await recordOrderEvent(tx, shipment.orderId, {
        kind: 'waybill_kept',
        isInternal: true,
        data: { reason: String(error.params.words ?? shipment.trackingNumber) },
      });
    });
  }
}
