import { z } from 'zod';
import type { FormatId } from '@/lib/calendars/document';
import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { PlainDate, YearMonth } from '@/lib/core/plain-date';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { isInReview } from '@/lib/payments/taken-of';
import { addressLines, readAddress } from './address-lines';
import {
  type DeliveryMethod,
  deliveryMethod,
  type PickupPoint,
  PickupPointSchema,
} from './delivery/methods';
import { dueMinorOf } from './due-minor-of';
import { localText } from './local-text';
import type { OrderStatus } from './order-states';
import type { PriceRow } from './price-order';
import { PriceRowSchema } from './schema';
import type { OrderRow } from './store';

export type OrderItemView = {
  id: Id<'orderItem'>;
  calendarId: Id<'calendar'>;
  title: string;
  productName: string;
  formatId: FormatId;
  /** The PDF edition: to download, in no parcel. */
  isFile: boolean;
  /** Position of its parcel. */
  parcel: number | null;
  quantity: number;
  unit: Money;
  total: Money;
  period: { first: YearMonth; last: YearMonth };
  /** Of its pictures, those that a model made. */
  aiPictures: number;
};

/** One line of the history, for the timeline. `at` is ISO 8601. */
export type TimelineEntry = {
  id: string;
  at: string;
  kind: string;
  toStatus: OrderStatus | null;
  amount: Money | null;
};

export type ParcelView = {
  id: Id<'parcel'>;
  /** From 1, as the customer sees them. */
  position: number;
  addressLines: string[];
  recipient: string;
  country: string;
  /** Null for a method that no longer exists. */
  method: DeliveryMethod | null;
  pickupPoint: PickupPoint | null;
  isGift: boolean;
  giftNote: string;
  arrival: { from: PlainDate; to: PlainDate };
  shipments: ShipmentView[];
};

export type ShipmentView = {
  id: Id<'shipment'>;
  status: OrderRow['shipments'][number]['status'];
  carrier: string;
  trackingNumber: string;
  trackingUrl: string | null;
  shippedAt: string;
  deliveredAt: string | null;
};

export type OrderView = {
  id: Id<'order'>;
  number: string;
  status: OrderStatus;
  placedAt: string;
  currency: Currency;
  items: OrderItemView[];
  /** None for an order of files alone. */
  parcels: ParcelView[];
  /** The price as the customer saw it when they ordered. */
  rows: PriceRow[];
  total: Money;
  /** Paid with gift certificates. */
  certificate: Money;
  /** What is asked of the till. */
  due: Money;
  /** Given back or on its way back, to tills and certificates. */
  refunded: Money;
  contactEmail: string;
  timeline: TimelineEntry[];
  /** The provider reported something else than we asked for: a person looks at it. */
  isInReview: boolean;
};

/** An order as its customer sees it: nothing internal in it. */
export function presentOrder(order: OrderRow, locale: string): OrderView {
  const currency = order.currency as Currency;
  return {
    id: order.id as Id<'order'>,
    number: order.number,
    status: order.status,
    placedAt: order.placedAt.toISOString(),
    currency,
    items: order.items.map((item) => presentItem(item, order, locale)),
    parcels: order.parcels.map((parcel) => presentParcel(parcel, order, locale)),
    rows: readPriceRows(order),
    total: money(order.totalMinor, currency),
    certificate: money(order.certificateMinor, currency),
    due: money(dueMinorOf(order), currency),
    refunded: money(refundedMinorOf(order), currency),
    contactEmail: order.contactEmail,
    timeline: order.events
      .filter((event) => !event.isInternal)
      .map((event) => presentEvent(event, currency)),
    isInReview: order.payments.some(isInReview),
  };
}

/** Given back or promised back: by the tills, and to gift certificates. */
export function refundedMinorOf(order: OrderRow): number {
  const byTills = order.payments.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0);
  const toCertificates = order.certificateEntries
    .filter(({ kind }) => kind === 'RETURN')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return byTills + toCertificates;
}

/** Orders that were placed before rows were kept have their three sums. */
function readPriceRows(order: OrderRow): PriceRow[] {
  const rows = z.array(PriceRowSchema).parse(order.priceRows);
  if (rows.length > 0) return rows;
  const currency = order.currency as Currency;
  const row = (kind: PriceRow['kind'], amountMinor: number, params: PriceRow['params'] = {}) => ({
    kind,
    params,
    amount: money(amountMinor, currency),
  });
  return [
    ...order.items.map(({ title, quantity, unitMinor, totalMinor }) =>
      row('item', totalMinor, { title, quantity, unitMinor, parcel: 1 }),
    ),
    ...order.parcels.map(({ position, country, method, deliveryMinor }) =>
      row('delivery', deliveryMinor, { parcel: position, copies: 0, country, method }),
    ),
    row('total', order.totalMinor),
    ...order.parcels.map(({ taxMinor, taxBasisPoints }) =>
      row('tax', taxMinor, { basisPoints: taxBasisPoints }),
    ),
    row('due', order.totalMinor),
  ];
}

function presentParcel(
  parcel: OrderRow['parcels'][number],
  order: OrderRow,
  locale: string,
): ParcelView {
  return {
    id: parcel.id as Id<'parcel'>,
    position: parcel.position,
    addressLines: addressLines(parcel.address, locale),
    recipient: readAddress(parcel.address).recipient,
    country: parcel.country,
    method: deliveryMethod(parcel.method),
    pickupPoint: parcel.pickupPoint === null ? null : PickupPointSchema.parse(parcel.pickupPoint),
    isGift: parcel.isGift,
    giftNote: parcel.giftNote,
    arrival: { from: fromDateColumn(parcel.arrivesFrom), to: fromDateColumn(parcel.arrivesTo) },
    shipments: order.shipments
      // A waybill that the carrier has not answered about is nobody's news yet.
      .filter(
        ({ parcelId, status, trackingNumber }) =>
          parcelId === parcel.id && status !== 'CANCELLED' && trackingNumber !== '',
      )
      .map((shipment) => ({
        id: shipment.id as Id<'shipment'>,
        status: shipment.status,
        carrier: shipment.carrier,
        trackingNumber: shipment.trackingNumber,
        trackingUrl: shipment.trackingUrl,
        shippedAt: shipment.shippedAt.toISOString(),
        deliveredAt: shipment.deliveredAt?.toISOString() ?? null,
      })),
  };
}

export function presentItem(
  item: OrderRow['items'][number],
  order: OrderRow,
  locale: string,
): OrderItemView {
  const document = readDocument(item.document);
  const currency = order.currency as Currency;
  const parcel = order.parcels.find(({ id }) => id === item.parcelId);
  return {
    id: item.id as Id<'orderItem'>,
    calendarId: item.calendarId as Id<'calendar'>,
    title: item.title,
    productName: localText(item.product.names, locale),
    formatId: item.formatId as FormatId,
    isFile: item.product.kind === 'PDF',
    parcel: parcel?.position ?? null,
    quantity: item.quantity,
    unit: money(item.unitMinor, currency),
    total: money(item.totalMinor, currency),
    period: periodOf(document),
    aiPictures: item.pictures.length,
  };
}

/** What a customer may know of an event: reasons and notes are for staff. */
export function presentEvent(event: OrderRow['events'][number], currency: Currency): TimelineEntry {
  const data = event.data as { amountMinor?: unknown };
  return {
    id: event.id,
    at: event.createdAt.toISOString(),
    kind: event.kind,
    toStatus: event.toStatus,
    amount: typeof data.amountMinor === 'number' ? money(data.amountMinor, currency) : null,
  };
}
