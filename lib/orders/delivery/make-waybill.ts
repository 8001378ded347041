import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import type { Carrier, Waybill, WaybillRequest } from '@/lib/providers/ports/carrier';
import { readAddress } from '../address-lines';
import { trackingUrlOf } from '../carriers';
import {
  claimWaybillCall,
  findParcel,
  findShipment,
  insertShipmentEvent,
  lockShipment,
  type ParcelRow,
  releaseWaybillCall,
  setWaybill,
} from './delivery-store';
import { deliveryMethod, PickupPointSchema } from './methods';
import { moveShipment } from './move-shipment';
import { parcelMeasures } from './parcel-measures';
import { readSender } from './sender-setting';

/** How soon a waybill whose answer was lost is looked for, and how long before it counts as never made. */
const LOOK_AGAIN_SECONDS = 30;
const LOST_AFTER_MS = 10 * 60 * 1000;
const BUSY_SECONDS = 30;

/**
 * Gets the carrier's number for a waybill that was asked for. The carrier makes a new one each time it is asked, so a
 * call leaves at most once: it is announced in our row before, and when its answer is lost the waybill is looked for by
 * our reference and never asked for again. Delivered twice, this does what is still undone.
 */
export async function makeWaybill(
  ctx: Ctx,
  { shipmentId }: { shipmentId: Id<'shipment'> },
): Promise<void> {
  const carrier = ctx.providers.carriers['nova-poshta'];
  const shipment = await findShipment(ctx, shipmentId);
  if (shipment?.status !== 'LABELLED' || shipment.trackingNumber !== '') return;
  if (!carrier) return giveUp(ctx, shipmentId, 'no key of Nova Poshta is set');
  const parcel = shipment.parcelId ? await findParcel(ctx, shipment.parcelId) : null;
  if (!parcel) return giveUp(ctx, shipmentId, 'the parcel is gone');
  const reference = referenceOf(parcel.order.number, shipmentId);
  if (shipment.checkedAt !== null) {
    return lookFor(ctx, carrier, { shipmentId, reference, askedAt: shipment.checkedAt });
  }
  if (parcel.order.status === 'CANCELLED') return giveUp(ctx, shipmentId, 'order_cancelled');
  const sender = await readSender(ctx);
  if (!sender) return giveUp(ctx, shipmentId, 'the sender is not set');
  const request = requestOf(parcel, shipment.printJobId, reference, sender);
  if (!request) return giveUp(ctx, shipmentId, 'the branch or locker is missing');
  if (!(await claimWaybillCall(ctx, shipmentId))) return;
  const result = await carrier.createShipment(request);
  switch (result.outcome) {
    case 'made':
      return keep(ctx, shipmentId, result.waybill);
    case 'refused':
      return giveUp(ctx, shipmentId, result.detail);
    case 'busy':
      ctx.log.warn('waybill not taken, asked again later', { shipmentId, detail: result.detail });
      await releaseWaybillCall(ctx, shipmentId);
      return again(ctx, shipmentId, BUSY_SECONDS);
    case 'unknown':
      ctx.log.warn('answer about a waybill lost', { shipmentId, detail: result.detail });
      return again(ctx, shipmentId, LOOK_AGAIN_SECONDS);
  }
}

/** "T-26-001001-4kz81m0v2p": the order for people, 50 random bits of the shipment's id to be the only one. */
export function referenceOf(orderNumber: string, shipmentId: string): string {
  return `${orderNumber}-${shipmentId.slice(-10)}`;
}

async function lookFor(
  ctx: Ctx,
  carrier: Carrier,
  asked: { shipmentId: Id<'shipment'>; reference: string; askedAt: Date },
): Promise<void> {
  let found: Waybill | null;
  try {
    found = await carrier.findShipment({ reference: asked.reference, since: asked.askedAt });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return again(ctx, asked.shipmentId, LOOK_AGAIN_SECONDS);
  }
  if (found) return keep(ctx, asked.shipmentId, found);
  const age = ctx.clock.now().getTime() - asked.askedAt.getTime();
  if (age < LOST_AFTER_MS) return again(ctx, asked.shipmentId, LOOK_AGAIN_SECONDS);
  return giveUp(ctx, asked.shipmentId, 'Nova Poshta has no such waybill');
}

async function keep(ctx: Ctx, shipmentId: Id<'shipment'>, waybill: Waybill): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const isKept = await setWaybill(tx, shipmentId, {
      trackingNumber: waybill.number,
      trackingUrl: trackingUrlOf('nova-poshta', waybill.number),
      externalRef: waybill.externalRef,
      costMinor: waybill.costMinor,
      costCurrency: waybill.currency,
      checkedAt: null,
    });
    if (!isKept) return;
    await insertShipmentEvent(tx, {
      id: newId('shipmentEvent'),
      shipmentId,
      fromStatus: 'LABELLED',
      toStatus: 'LABELLED',
      actorId: null,
      reason: waybill.number,
      createdAt: tx.clock.now(),
    });
  });
}

/** The waybill will not come: the row ends with the reason, and staff may ask for another. */
async function giveUp(ctx: Ctx, shipmentId: Id<'shipment'>, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId);
    if (shipment?.status !== 'LABELLED' || shipment.trackingNumber !== '') return;
    await moveShipment(tx, shipment, { to: 'CANCELLED', reason });
  });
}

async function again(ctx: Ctx, shipmentId: Id<'shipment'>, seconds: number): Promise<void> {
  await inTransaction(ctx, (tx) =>
    enqueue(tx, 'waybill.make', { shipmentId }, { startAfterSeconds: seconds }),
  );
}

/** Null when a method that needs a branch or locker has none. */
function requestOf(
  parcel: ParcelRow,
  printJobId: string | null,
  reference: string,
  sender: WaybillRequest['sender'],
): WaybillRequest | null {
  const address = readAddress(parcel.address);
  const job = parcel.printJobs.find(({ id }) => id === printJobId);
  const common = {
    reference,
    sender,
    recipient: { name: address.recipient, phone: address.phone },
    parcel: parcelMeasures(packedItems(parcel, job?.items), parcel.order.currency),
    description: 'Календар',
  };
  if (deliveryMethod(parcel.method) === 'np-courier') {
    const { city, line1, line2 } = address;
    return { ...common, destination: { service: 'courier', city, street: line1, note: line2 } };
  }
  const point = PickupPointSchema.safeParse(parcel.pickupPoint);
  if (!point.success) return null;
  return {
    ...common,
    destination: {
      service: parcel.method === 'np-locker' ? 'locker' : 'branch',
      cityRef: point.data.cityRef,
      pointRef: point.data.ref,
    },
  };
}

/** What a reprint holds is in its job; without one it is the whole parcel. */
function packedItems(parcel: ParcelRow, jobItems: unknown): ParcelRow['items'] {
  if (!Array.isArray(jobItems)) return parcel.items;
  const quantities = new Map(
    (jobItems as { orderItemId?: unknown; quantity?: unknown }[]).map((item) => [
      item.orderItemId,
      Number(item.quantity),
    ]),
  );
  const packed = parcel.items.flatMap((item) => {
    const quantity = quantities.get(item.id);
    return quantity ? [{ ...item, quantity }] : [];
  });
  return packed.length > 0 ? packed : parcel.items;
}
