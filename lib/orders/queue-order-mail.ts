import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import type { Id } from '@/lib/core/ids';
import type { Currency, Money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import type { TxCtx } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { tellPerson } from '@/lib/messages/tell-person';
import { addressLines } from './address-lines';
import { isEmail } from './contact-email';
import { PickupPointSchema } from './delivery/methods';
import { dueMinorOf } from './due-minor-of';
import { formatPeriod } from './format-period';
import { localText } from './local-text';
import { orderCopy } from './order-copy';
import { orderUrl } from './order-urls';
import type { OrderRow } from './store';

/** One parcel that is under way, as the mail tells of it. */
export type SentParcel = {
  recipient: string;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string | null;
};

/** What happened, with what only that mail tells. `key` makes it one mail where a thing can happen more than once. */
export type OrderMail =
  | {
      template: 'order-confirmed' | 'order-in-production' | 'order-delivered' | 'order-files-ready';
    }
  | {
      template: 'order-shipped';
      /** Null for the order itself; a reprint that leaves later names its shipment. */
      key: string | null;
      parcels: readonly SentParcel[];
    }
  | { template: 'order-cancelled'; refundMinor: number; certificateMinor: number }
  | { template: 'order-refunded'; amountMinor: number; key: string; isCertificate?: boolean };

/**
 * Tells the customer over every channel they chose, with the rows that it tells about; the letter always goes. The same
 * news twice is one message.
 */
export async function queueOrderMail(tx: TxCtx, order: OrderRow, mail: OrderMail): Promise<void> {
  // Whoever is erased left no address.
  if (!isEmail(order.contactEmail)) return;
  const common = {
    to: order.contactEmail,
    locale: order.locale,
    dedupeKey: `order:${order.id}:${mail.template}${keyOf(mail)}`,
    subject: order.id,
  };
  const ownerId = order.ownerId as Id<'user'>;
  const data = orderData(order);
  const inCurrency = (amountMinor: number) => moneyOf(order, amountMinor);
  switch (mail.template) {
    case 'order-confirmed':
      return tellPerson(tx, ownerId, {
        ...common,
        template: mail.template,
        data: {
          ...data,
          ...arrivalOf(order),
          deliverTo: addressesOf(order),
          isFile: order.parcels.length === 0,
        },
      });
    case 'order-in-production':
    case 'order-delivered':
    case 'order-files-ready':
      return tellPerson(tx, ownerId, { ...common, template: mail.template, data });
    case 'order-shipped':
      return tellPerson(tx, ownerId, {
        ...common,
        template: mail.template,
        data: {
          ...data,
          parcels: [...mail.parcels],
        },
      });
    case 'order-cancelled':
      return tellPerson(tx, ownerId, {
        ...common,
        template: mail.template,
        data: {
          ...data,
          ...(mail.refundMinor > 0 ? { refund: inCurrency(mail.refundMinor) } : {}),
          ...(mail.certificateMinor > 0
            ? { certificateRefund: inCurrency(mail.certificateMinor) }
            : {}),
        },
      });
    case 'order-refunded':
      return tellPerson(tx, ownerId, {
        ...common,
        template: mail.template,
        data: {
          ...data,
          amount: inCurrency(mail.amountMinor),
          isCertificate: mail.isCertificate ?? false,
        },
      });
  }
}

function keyOf(mail: OrderMail): string {
  if (mail.template === 'order-refunded') return `:${mail.key}`;
  return mail.template === 'order-shipped' && mail.key ? `:${mail.key}` : '';
}

function moneyOf(order: OrderRow, amountMinor: number): Money {
  return { amountMinor, currency: order.currency as Currency };
}

/** From the first parcel to the last; nothing for an order of files alone. */
function arrivalOf({ parcels }: OrderRow) {
  if (parcels.length === 0) return {};
  const from = parcels.map(({ arrivesFrom }) => fromDateColumn(arrivesFrom)).sort();
  const to = parcels.map(({ arrivesTo }) => fromDateColumn(arrivesTo)).sort();
  return { arrives: { from: from[0] as PlainDate, to: to.at(-1) as PlainDate } };
}

/** Every parcel's address, an empty line between two. */
function addressesOf({ parcels, locale }: OrderRow): string[] {
  return parcels.flatMap(({ address, pickupPoint }, index) => [
    ...(index > 0 ? [''] : []),
    ...addressLines(address, locale),
    ...(pickupPoint === null ? [] : [PickupPointSchema.parse(pickupPoint).name]),
  ]);
}

function orderData(order: OrderRow) {
  const { locale } = orderCopy(order.locale);
  return {
    orderNumber: order.number,
    url: orderUrl(order.id),
    items: order.items.map((item) => {
      const document = readDocument(item.document);
      const product = localText(item.product.names, locale);
      return {
        title: item.title,
        detail: `${product}, ${formatPeriod(periodOf(document), locale)}`,
        quantity: item.quantity,
        total: moneyOf(order, item.totalMinor),
      };
    }),
    wrap: moneyOf(order, order.wrapMinor),
    delivery: moneyOf(order, order.deliveryMinor),
    discount: moneyOf(order, order.discountMinor),
    tax: moneyOf(order, order.taxMinor),
    total: moneyOf(order, order.totalMinor),
    certificate: moneyOf(order, order.certificateMinor),
    due: moneyOf(order, dueMinorOf(order)),
  };
}
