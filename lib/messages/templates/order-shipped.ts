import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';
import { OrderDataSchema, orderButton, orderItemsBlock } from './order-data';

export const orderShipped = defineTemplate({
  data: OrderDataSchema.extend({
    carrier: z.string().optional(),
    trackingNumber: z.string().min(1),
    trackingUrl: LinkSchema.nullish(),
  }),
  build(data, copy) {
    const { t } = copy;
    const number = data.orderNumber;
    const tracking = {
      label: t('orderShipped.tracking'),
      value: data.trackingNumber,
      url: data.trackingUrl ?? undefined,
    };
    return {
      subject: t('orderShipped.subject', { number }),
      preview: t('orderShipped.preview', { trackingNumber: data.trackingNumber }),
      heading: t('orderShipped.heading'),
      blocks: [
        { kind: 'text', text: t('orderShipped.body', { number }) },
        {
          kind: 'facts',
          rows: data.carrier
            ? [{ label: t('orderShipped.carrier'), value: data.carrier }, tracking]
            : [tracking],
        },
        data.trackingUrl
          ? { kind: 'button', label: t('orderShipped.button'), url: data.trackingUrl }
          : orderButton(data, copy),
        orderItemsBlock(data, copy),
      ],
    };
  },
});
