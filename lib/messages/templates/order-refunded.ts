import { defineTemplate, MoneySchema } from '../mail-content';
import { OrderDataSchema, orderButton } from './order-data';

export const orderRefunded = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema.extend({ amount: MoneySchema }),
  build(data, copy) {
    const { t, money } = copy;
    const number = data.orderNumber;
    const amount = money(data.amount);
    return {
      subject: t('orderRefunded.subject', { amount, number }),
      preview: t('orderRefunded.preview', { amount }),
      heading: t('orderRefunded.heading'),
      blocks: [
        { kind: 'text', text: t('orderRefunded.body', { amount, number }) },
        {
          kind: 'facts',
          rows: [
            { label: t('order.number'), value: number },
            { label: t('orderRefunded.amount'), value: amount },
            { label: t('order.total'), value: money(data.total) },
          ],
        },
        orderButton(data, copy),
        { kind: 'note', text: t('orderRefunded.note') },
      ],
    };
  },
});
