import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { addressLines, readAddress } from '@/lib/orders/address-lines';
import {
  type DeliveryMethod,
  deliveryMethod,
  METHODS,
  type PickupPoint,
  PickupPointSchema,
} from '@/lib/orders/delivery/methods';
import { nextSending } from '@/lib/orders/delivery/next-sending';
import { parcelMeasures } from '@/lib/orders/delivery/parcel-measures';
import { SENDABLE_ORDERS } from '@/lib/orders/delivery/request-waybill';
import { isLive, movesByHand, type ShipmentStatus } from '@/lib/orders/delivery/shipment-states';
import { localText } from '@/lib/orders/local-text';
import type { StaffParcelRow } from './parcel-store';

export type StaffShipment = {
  id: Id<'shipment'>;
  status: ShipmentStatus;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string | null;
  /** What the carrier takes from us. */
  cost: Money | null;
  /** Code and words of the carrier. */
  carrierStatus: string | null;
  checkedAt: string | null;
  /** The carrier was asked for the waybill and has not answered. */
  isMaking: boolean;
  hasLabel: boolean;
  canCancel: boolean;
  moves: ShipmentStatus[];
  events: {
    id: string;
    at: string;
    fromStatus: ShipmentStatus | null;
    toStatus: ShipmentStatus;
    /** Name of who did it; null is the system. */
    actor: string | null;
    reason: string | null;
  }[];
};

export type StaffParcel = {
  id: Id<'parcel'>;
  orderId: Id<'order'>;
  orderNumber: string;
  placedAt: string;
  position: number;
  recipient: string;
  phone: string;
  city: string;
  addressLines: string[];
  method: DeliveryMethod | null;
  pickupPoint: PickupPoint | null;
  isGift: boolean;
  giftNote: string;
  items: { id: string; title: string; productName: string; quantity: number }[];
  weightG: number;
  /** Something of it waits to be sent. */
  canSend: boolean;
  /** And the carrier of its method makes the waybill. */
  canWaybill: boolean;
  /** What waits is a reprint of a claim. */
  isReprint: boolean;
  shipments: StaffShipment[];
};

/** A parcel as staff work with it. @param nameOf name of who did something */
export function presentStaffParcel(
  row: StaffParcelRow,
  locale: string,
  nameOf: (actorId: string | null) => string | null,
): StaffParcel {
  const address = readAddress(row.address);
  const method = deliveryMethod(row.method);
  const point = PickupPointSchema.safeParse(row.pickupPoint);
  const next = nextSending(row);
  const canSend = next !== null && SENDABLE_ORDERS.includes(row.order.status);
  return {
    id: row.id as Id<'parcel'>,
    orderId: row.orderId as Id<'order'>,
    orderNumber: row.order.number,
    placedAt: row.order.placedAt.toISOString(),
    position: row.position,
    recipient: address.recipient,
    phone: address.phone,
    city: address.city,
    addressLines: addressLines(row.address, locale),
    method,
    pickupPoint: point.success ? point.data : null,
    isGift: row.isGift,
    giftNote: row.giftNote,
    items: row.items.map((item) => ({
      id: item.id,
      title: item.title,
      productName: localText(item.product.names, locale),
      quantity: item.quantity,
    })),
    weightG: parcelMeasures(row.items, row.order.currency).weightG,
    canSend,
    canWaybill: canSend && method !== null && METHODS[method].carrier === 'nova-poshta',
    isReprint: canSend && next?.job !== null && next.job.claimId !== null,
    shipments: row.shipments.map((shipment) => presentShipment(shipment, nameOf)),
  };
}

function presentShipment(
  row: StaffParcelRow['shipments'][number],
  nameOf: (actorId: string | null) => string | null,
): StaffShipment {
  const isMaking = row.status === 'LABELLED' && row.trackingNumber === '';
  return {
    id: row.id as Id<'shipment'>,
    status: row.status,
    carrier: row.carrier,
    trackingNumber: row.trackingNumber,
    trackingUrl: row.trackingUrl,
    cost:
      row.costMinor === null ? null : money(row.costMinor, (row.costCurrency ?? 'UAH') as Currency),
    carrierStatus: row.carrierStatus || null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    isMaking,
    hasLabel: row.externalRef !== null && isLive(row.status),
    canCancel: row.status === 'LABELLED' && (!isMaking || row.checkedAt === null),
    moves: isMaking ? [] : movesByHand(row.status),
    events: row.events.map((event) => ({
      id: event.id,
      at: event.createdAt.toISOString(),
      fromStatus: event.fromStatus,
      toStatus: event.toStatus,
      actor: nameOf(event.actorId),
      reason: event.reason,
    })),
  };
}
