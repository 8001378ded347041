import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { CARRIERS } from '../carriers';
import { OPEN_SHIPMENTS, type ShipmentStatus } from './shipment-states';

/** Numbers of Nova Poshta are asked about for so long; what is still open then is a person's to end. */
const TRACKED_DAYS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

const parcelParts = {
  items: { include: { product: true }, orderBy: { id: 'asc' } },
  shipments: { orderBy: { id: 'asc' } },
  printJobs: { include: { printHouse: true }, orderBy: { id: 'asc' } },
  order: { select: { id: true, number: true, status: true, currency: true } },
} satisfies Prisma.ParcelInclude;
export type ParcelRow = Prisma.ParcelGetPayload<{ include: typeof parcelParts }>;

/** For staff and for jobs, who are admitted by their edge. Locks the parcel's order: its parcels are sent in a row. */
export async function lockParcel(tx: TxCtx, parcelId: string): Promise<ParcelRow | null> {
  await tx.db.$queryRaw`
    select 1 from "Order" where "id" = (select "orderId" from "Parcel" where "id" = ${parcelId}) for update`;
  return findParcel(tx, parcelId);
}

export function findParcel(ctx: ReadCtx, parcelId: string): Promise<ParcelRow | null> {
  return ctx.db.parcel.findUnique({ where: { id: parcelId }, include: parcelParts });
}

export function findShipment(ctx: ReadCtx, shipmentId: string) {
  return ctx.db.shipment.findUnique({ where: { id: shipmentId } });
}

/** Locks the shipment's order too, before it: a call for its number waits as long. */
export async function lockShipment(tx: TxCtx, shipmentId: string) {
  await tx.db.$queryRaw`
    select 1 from "Order" where "id" = (select "orderId" from "Shipment" where "id" = ${shipmentId}) for update`;
  await tx.db.$queryRaw`select 1 from "Shipment" where "id" = ${shipmentId} for update`;
  return findShipment(tx, shipmentId);
}

export function findShipments(ctx: ReadCtx, ids: readonly string[]) {
  return ctx.db.shipment.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });
}

/** The same number for the same parcel is the same shipment. */
export function findSameShipment(tx: TxCtx, parcelId: string, trackingNumber: string) {
  return tx.db.shipment.findFirst({
    where: { parcelId, trackingNumber, status: { notIn: ['CANCELLED', 'RETURNED'] } },
  });
}

export async function insertShipmentEvent(
  tx: TxCtx,
  data: Prisma.ShipmentEventUncheckedCreateInput,
): Promise<void> {
  await tx.db.shipmentEvent.create({ data });
}

export async function setShipmentStatus(
  tx: TxCtx,
  shipmentId: string,
  from: ShipmentStatus,
  data: Prisma.ShipmentUncheckedUpdateManyInput & { status: ShipmentStatus },
): Promise<boolean> {
  const { count } = await tx.db.shipment.updateMany({
    where: { id: shipmentId, status: from },
    data,
  });
  return count === 1;
}

/** Says that a call for this waybill may leave now: true for one caller only. */
export async function claimWaybillCall(ctx: ReadCtx, shipmentId: string): Promise<boolean> {
  const { count } = await ctx.db.shipment.updateMany({
    where: { id: shipmentId, status: 'LABELLED', trackingNumber: '', checkedAt: null },
    data: { checkedAt: ctx.clock.now() },
  });
  return count === 1;
}

/** Takes that back after a call that certainly left nothing behind. */
export async function releaseWaybillCall(ctx: ReadCtx, shipmentId: string): Promise<void> {
  await ctx.db.shipment.updateMany({
    where: { id: shipmentId, status: 'LABELLED', trackingNumber: '' },
    data: { checkedAt: null },
  });
}

/** Fills in the number of a waybill that had none. */
export async function setWaybill(
  tx: TxCtx,
  shipmentId: string,
  data: Prisma.ShipmentUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.db.shipment.updateMany({
    where: { id: shipmentId, status: 'LABELLED', trackingNumber: '' },
    data,
  });
  return count === 1;
}

/** Open shipments of Nova Poshta that were not asked about since, least recently first. */
export function findShipmentsToTrack(ctx: ReadCtx, checkedBefore: Date, limit: number) {
  const since = new Date(ctx.clock.now().getTime() - TRACKED_DAYS * DAY_MS);
  return ctx.db.shipment.findMany({
    where: {
      carrier: CARRIERS['nova-poshta'].name,
      status: { in: [...OPEN_SHIPMENTS] },
      trackingNumber: { not: '' },
      shippedAt: { gte: since },
      OR: [{ checkedAt: null }, { checkedAt: { lt: checkedBefore } }],
    },
    orderBy: [{ checkedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: limit,
  });
}

export async function noteCarrierStatus(
  ctx: ReadCtx,
  shipmentId: string,
  carrierStatus: string,
): Promise<void> {
  await ctx.db.shipment.updateMany({
    where: { id: shipmentId },
    data: { carrierStatus, checkedAt: ctx.clock.now() },
  });
}

/** Between the ids of shipments that one letter names: its dedupe key ends with them. */
export const TOLD_TOGETHER = '+';

/** Shipments of an order that a letter has named, by the keys of the letters (queueOrderMail, "order-shipped"). */
export async function findToldShipments(tx: TxCtx, orderId: string): Promise<Set<string>> {
  const letters = await tx.db.outboxMessage.findMany({
    where: { subject: orderId, template: 'order-shipped', channel: 'MAIL' },
    select: { dedupeKey: true },
  });
  return new Set(
    letters.flatMap(({ dedupeKey }) => (dedupeKey.split(':').at(-1) ?? '').split(TOLD_TOGETHER)),
  );
}

/** Shipments of reprints that have left: the customer is told of each. */
export function findReprintsUnderWay(tx: TxCtx, orderId: string) {
  return tx.db.shipment.findMany({
    where: {
      orderId,
      status: { in: ['IN_TRANSIT', 'READY_FOR_PICKUP'] },
      printJob: { claimId: { not: null } },
    },
    orderBy: { id: 'asc' },
  });
}

export async function findSetting(ctx: ReadCtx, key: string): Promise<unknown> {
  const row = await ctx.db.setting.findUnique({ where: { key } });
  return row?.value ?? null;
}
