import type { FormatId } from '@/lib/calendars/document';
import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { PlainDate, YearMonth } from '@/lib/core/plain-date';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { addressLines } from './address-lines';
import { localText } from './local-text';
import type { OrderStatus } from './order-states';
import type { OrderRow } from './store';

export type OrderItemView = {
  id: Id<'orderItem'>;
  calendarId: Id<'calendar'>;
  title: string;
  productName: string;
  formatId: FormatId;
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

export type OrderView = {
  id: Id<'order'>;
  number: string;
  status: OrderStatus;
  placedAt: string;
  currency: Currency;
  items: OrderItemView[];
  itemsTotal: Money;
  delivery: Money;
  tax: Money;
  taxBasisPoints: number;
  total: Money;
  /** Given back or on its way back. */
  refunded: Money;
  addressLines: string[];
  contactEmail: string;
  arrival: { from: PlainDate; to: PlainDate };
  shipments: {
    carrier: string;
    trackingNumber: string;
    trackingUrl: string | null;
    shippedAt: string;
  }[];
  timeline: TimelineEntry[];
  /** The provider reported something else than we asked for: a person looks at it. */
  isInReview: boolean;
};

/** An order as its customer sees it: nothing internal in it. */
export function presentOrder(order: OrderRow, locale: string): OrderView {
  const currency = order.currency as Currency;
  const refundedMinor = order.payments.reduce((sum, payment) => sum + payment.refundedMinor, 0);
  return {
    id: order.id as Id<'order'>,
    number: order.number,
    status: order.status,
    placedAt: order.placedAt.toISOString(),
    currency,
    items: order.items.map((item) => presentItem(item, currency, locale)),
    itemsTotal: money(order.itemsMinor, currency),
    delivery: money(order.deliveryMinor, currency),
    tax: money(order.taxMinor, currency),
    taxBasisPoints: order.taxBasisPoints,
    total: money(order.totalMinor, currency),
    refunded: money(refundedMinor, currency),
    addressLines: addressLines(order.address, locale),
    contactEmail: order.contactEmail,
    arrival: { from: fromDateColumn(order.arrivesFrom), to: fromDateColumn(order.arrivesTo) },
    shipments: order.shipments.map((shipment) => ({
      carrier: shipment.carrier,
      trackingNumber: shipment.trackingNumber,
      trackingUrl: shipment.trackingUrl,
      shippedAt: shipment.shippedAt.toISOString(),
    })),
    timeline: order.events
      .filter((event) => !event.isInternal)
      .map((event) => presentEvent(event, currency)),
    isInReview: order.payments.some((payment) => payment.quarantineReason !== null),
  };
}

export function presentItem(
  item: OrderRow['items'][number],
  currency: Currency,
  locale: string,
): OrderItemView {
  const document = readDocument(item.document);
  return {
    id: item.id as Id<'orderItem'>,
    calendarId: item.calendarId as Id<'calendar'>,
    title: item.title,
    productName: localText(item.product.names, locale),
    formatId: item.formatId as FormatId,
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
