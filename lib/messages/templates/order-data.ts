import { z } from 'zod';
import { LinkSchema, type MailBlock, type MailCopy, MoneySchema } from '../mail-content';

/** What every letter about an order knows. Amounts are the order's frozen ones; nothing is computed here. */
export const OrderDataSchema = z.object({
  orderNumber: z.string().min(1),
  /** The order's page. */
  url: LinkSchema,
  items: z
    .array(
      z.object({
        title: z.string(),
        /** Format, paper and months in the customer's language. */
        detail: z.string().default(''),
        quantity: z.number().int().positive(),
        /** Of the whole line. */
        total: MoneySchema,
      }),
    )
    .min(1),
  wrap: MoneySchema.optional(),
  delivery: MoneySchema,
  /** Off the calendars and the delivery. */
  discount: MoneySchema.optional(),
  /** Contained in the total. */
  tax: MoneySchema,
  total: MoneySchema,
  /** Paid with gift certificates, and what was left to pay. */
  certificate: MoneySchema.optional(),
  due: MoneySchema.optional(),
});
export type OrderData = z.output<typeof OrderDataSchema>;

export function orderItemsBlock(data: OrderData, { t, money }: MailCopy): MailBlock {
  const { wrap, discount, certificate, due } = data;
  const row = (label: string, value: string, isStrong = false) => ({ label, value, isStrong });
  return {
    kind: 'items',
    items: data.items.map((item) => ({
      title: item.title,
      detail: item.detail,
      quantity: t('order.quantity', { count: item.quantity }),
      price: money(item.total),
    })),
    totals: [
      ...(wrap && wrap.amountMinor > 0 ? [row(t('order.wrap'), money(wrap))] : []),
      row(t('order.delivery'), money(data.delivery)),
      ...(discount && discount.amountMinor > 0
        ? [row(t('order.discount'), `−${money(discount)}`)]
        : []),
      row(t('order.total'), money(data.total), true),
      row(t('order.tax'), money(data.tax)),
      ...(certificate && due && certificate.amountMinor > 0
        ? [
            row(t('order.certificate'), `−${money(certificate)}`),
            ...(due.amountMinor > 0 ? [row(t('order.due'), money(due), true)] : []),
          ]
        : []),
    ],
  };
}

export function orderButton(data: OrderData, { t }: MailCopy): MailBlock {
  return { kind: 'button', label: t('order.button'), url: data.url };
}
