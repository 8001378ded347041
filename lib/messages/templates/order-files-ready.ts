import { defineTemplate } from '../mail-content';
import { OrderDataSchema, orderButton } from './order-data';

/** The PDF edition that was bought can be downloaded. */
export const orderFilesReady = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema,
  build(data, copy) {
    const { t } = copy;
    const number = data.orderNumber;
    return {
      subject: t('orderFilesReady.subject', { number }),
      preview: t('orderFilesReady.preview'),
      heading: t('orderFilesReady.heading'),
      blocks: [
        { kind: 'text', text: t('orderFilesReady.body', { number }) },
        orderButton(data, copy),
        { kind: 'note', text: t('orderFilesReady.note') },
      ],
    };
  },
});
