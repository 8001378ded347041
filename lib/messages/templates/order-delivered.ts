import { defineTemplate } from '../mail-content';
import { OrderDataSchema, orderButton } from './order-data';

export const orderDelivered = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema,
  build(data, copy) {
    const { t } = copy;
    const number = data.orderNumber;
    return {
      subject: t('orderDelivered.subject', { number }),
      preview: t('orderDelivered.preview'),
      heading: t('orderDelivered.heading'),
      blocks: [
        { kind: 'text', text: t('orderDelivered.body', { number }) },
        orderButton(data, copy),
        { kind: 'note', text: t('orderDelivered.note') },
      ],
    };
  },
});
