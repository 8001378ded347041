import { type Ctx, inTransaction } from '@/lib/db/context';
import type { TrackedParcel } from '@/lib/providers/ports/carrier';
import { findShipmentsToTrack, lockShipment, noteCarrierStatus } from './delivery-store';
import { followShipments } from './follow-shipments';
import { moveShipment } from './move-shipment';
import { canMove } from './shipment-states';

/** What the carrier answers about at once, and how much of it one run does. */
const BATCH = 100;
const BATCHES_MAX = 50;

/**
 * Asks Nova Poshta, which has no webhooks, where every open parcel is: least recently asked first. A state that the
 * carrier reports moves the shipment along the table and lets its order follow; a code without a meaning moves nothing
 * and is logged. One parcel's trouble does not keep the others.
 * @returns how many shipments moved
 * @throws DomainError "carrier.unavailable"
 */
export async function trackShipments(ctx: Ctx): Promise<number> {
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) return 0;
  const startedAt = ctx.clock.now();
  let moved = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const open = await findShipmentsToTrack(ctx, startedAt, BATCH);
    if (open.length === 0) break;
    const byNumber = new Map<string, TrackedParcel>();
    for (const parcel of await carrier.track(open.map(({ trackingNumber }) => trackingNumber))) {
      byNumber.set(parcel.number, parcel);
    }
    for (const { id, trackingNumber } of open) {
      const parcel = byNumber.get(trackingNumber.replace(/\s/g, '')) ?? null;
      try {
        if (await applyTracked(ctx, id, parcel)) moved += 1;
      } catch (error) {
        ctx.log.error('shipment not followed', error, { shipmentId: id });
        // Asked about last from now on, so that it does not stand in the way of the others.
        await noteCarrierStatus(ctx, id, parcel ? wordsOf(parcel) : '');
      }
    }
    if (open.length < BATCH) break;
  }
  return moved;
}

async function applyTracked(
  ctx: Ctx,
  shipmentId: string,
  parcel: TrackedParcel | null,
): Promise<boolean> {
  const words = parcel ? wordsOf(parcel) : '';
  if (parcel?.isUnknown) {
    ctx.log.warn('status of a parcel without a meaning', { shipmentId, carrierStatus: words });
  }
  const to = parcel?.status ?? null;
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId);
    if (!shipment) return false;
    if (to === null || to === shipment.status || !canMove(shipment.status, to)) {
      // Also what staff know better: a parcel that they saw leave is not "made" again.
      await noteCarrierStatus(tx, shipmentId, words);
      return false;
    }
    await moveShipment(tx, shipment, {
      to,
      reason: words,
      at: parcel?.at ?? null,
      carrierStatus: words,
    });
    await followShipments(tx, shipment.orderId);
    return true;
  });
}

function wordsOf({ code, words }: TrackedParcel): string {
  return `${code} ${words}`.trim().slice(0, 300);
}
