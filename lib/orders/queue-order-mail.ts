import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import type { Currency, Money } from '@/lib/core/money';
import type { TxCtx } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { queueMail } from '@/lib/messages/queue-mail';
import { addressLines } from './address-lines';
import { formatPeriod } from './format-period';
import { localText } from './local-text';
import { orderCopy } from './order-copy';
import { orderUrl } from './order-urls';
import type { OrderRow } from './store';

/** What happened, with what only that mail tells. `key` makes it one mail where a thing can happen more than once. */
export type OrderMail =
  | { template: 'order-confirmed' | 'order-in-production' | 'order-delivered' }
  | {
      template: 'order-shipped';
      carrier: string;
      trackingNumber: string;
      trackingUrl: string | null;
    }
  | { template: 'order-cancelled'; refundMinor: number }
  | { template: 'order-refunded'; amountMinor: number; key: string };

/** Writes the mail to the customer with the rows that it tells about; the same mail twice is one mail. */
export async function queueOrderMail(tx: TxCtx, order: OrderRow, mail: OrderMail): Promise<void> {
  const common = {
    to: order.contactEmail,
    locale: order.locale,
    dedupeKey: `order:${order.id}:${mail.template}${mail.template === 'order-refunded' ? `:${mail.key}` : ''}`,
  };
  const data = orderData(order);
  const inCurrency = (amountMinor: number) => moneyOf(order, amountMinor);
  switch (mail.template) {
    case 'order-confirmed':
      return queueMail(tx, {
        ...common,
        template: mail.template,
        data: {
          ...data,
          arrives: { from: fromDateColumn(order.arrivesFrom), to: fromDateColumn(order.arrivesTo) },
          deliverTo: addressLines(order.address, order.locale),
        },
      });
    case 'order-in-production':
    case 'order-delivered':
      return queueMail(tx, { ...common, template: mail.template, data });
    case 'order-shipped':
      return queueMail(tx, {
        ...common,
        template: mail.template,
        data: {
          ...data,
          carrier: mail.carrier,
          trackingNumber: mail.trackingNumber,
          trackingUrl: mail.trackingUrl,
        },
      });
    case 'order-cancelled':
      return queueMail(tx, {
        ...common,
        template: mail.template,
        data: mail.refundMinor > 0 ? { ...data, refund: inCurrency(mail.refundMinor) } : data,
      });
    case 'order-refunded':
      return queueMail(tx, {
        ...common,
        template: mail.template,
        data: { ...data, amount: inCurrency(mail.amountMinor) },
      });
  }
}

function moneyOf(order: OrderRow, amountMinor: number): Money {
  return { amountMinor, currency: order.currency as Currency };
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
    delivery: moneyOf(order, order.deliveryMinor),
    tax: moneyOf(order, order.taxMinor),
    total: moneyOf(order, order.totalMinor),
  };
}
