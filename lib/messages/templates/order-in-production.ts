import { defineTemplate } from '../mail-content';
import { OrderDataSchema, orderButton, orderItemsBlock } from './order-data';

export const orderInProduction = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema,
  build(data, copy) {
    const { t } = copy;
    const number = data.orderNumber;
    return {
      subject: t('orderInProduction.subject', { number }),
      preview: t('orderInProduction.preview'),
      heading: t('orderInProduction.heading'),
      blocks: [
        { kind: 'text', text: t('orderInProduction.body', { number }) },
        orderItemsBlock(data, copy),
        orderButton(data, copy),
      ],
    };
  },
});
