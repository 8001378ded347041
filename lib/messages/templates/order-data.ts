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
  delivery: MoneySchema,
  /** Contained in the total. */
  tax: MoneySchema,
  total: MoneySchema,
});
export type OrderData = z.output<typeof OrderDataSchema>;

export function orderItemsBlock(data: OrderData, { t, money }: MailCopy): MailBlock {
  return {
    kind: 'items',
    items: data.items.map((item) => ({
      title: item.title,
      detail: item.detail,
      quantity: t('order.quantity', { count: item.quantity }),
      price: money(item.total),
    })),
    totals: [
      { label: t('order.delivery'), value: money(data.delivery), isStrong: false },
      { label: t('order.total'), value: money(data.total), isStrong: true },
      { label: t('order.tax'), value: money(data.tax), isStrong: false },
    ],
  };
}

export function orderButton(data: OrderData, { t }: MailCopy): MailBlock {
  return { kind: 'button', label: t('order.button'), url: data.url };
}
