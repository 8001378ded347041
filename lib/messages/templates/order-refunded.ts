import { z } from 'zod';
import { defineTemplate, MoneySchema } from '../mail-content';
import { OrderDataSchema, orderButton } from './order-data';

export const orderRefunded = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema.extend({
    amount: MoneySchema,
    /** It went back to the gift certificate that had paid, not by a till. */
    isCertificate: z.boolean().default(false),
  }),
  build(data, copy) {
    const { t, money } = copy;
    const number = data.orderNumber;
    const amount = money(data.amount);
    return {
      subject: t('orderRefunded.subject', { amount, number }),
      preview: t('orderRefunded.preview', { amount }),
      heading: t('orderRefunded.heading'),
      blocks: [
        {
          kind: 'text',
          text: t(data.isCertificate ? 'orderRefunded.certificate' : 'orderRefunded.body', {
            amount,
            number,
          }),
        },
        {
          kind: 'facts',
          rows: [
            { label: t('order.number'), value: number },
            { label: t('orderRefunded.amount'), value: amount },
            { label: t('order.total'), value: money(data.total) },
          ],
        },
        orderButton(data, copy),
        ...(data.isCertificate ? [] : [{ kind: 'note' as const, text: t('orderRefunded.note') }]),
      ],
    };
  },
});
