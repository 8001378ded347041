import { defineTemplate, MoneySchema } from '../mail-content';
import { OrderDataSchema, orderButton, orderItemsBlock } from './order-data';

export const orderCancelled = defineTemplate({
  data: OrderDataSchema.extend({
    /** What goes back to the customer; left out when nothing was paid. */
    refund: MoneySchema.optional(),
  }),
  build(data, copy) {
    const { t, money } = copy;
    const number = data.orderNumber;
    return {
      subject: t('orderCancelled.subject', { number }),
      preview: t('orderCancelled.preview'),
      heading: t('orderCancelled.heading'),
      blocks: [
        { kind: 'text', text: t('orderCancelled.body', { number }) },
        {
          kind: 'text',
          text: data.refund
            ? t('orderCancelled.refund', { amount: money(data.refund) })
            : t('orderCancelled.nothingPaid'),
        },
        orderItemsBlock(data, copy),
        orderButton(data, copy),
      ],
    };
  },
});
