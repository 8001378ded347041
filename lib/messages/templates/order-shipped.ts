import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';
import { OrderDataSchema, orderButton, orderItemsBlock } from './order-data';

const SentParcelSchema = z.object({
  recipient: z.string().default(''),
  carrier: z.string().default(''),
  trackingNumber: z.string().min(1),
  trackingUrl: LinkSchema.nullish(),
});

export const orderShipped = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema.extend({ parcels: z.array(SentParcelSchema).min(1) }),
  build(data, copy) {
    const { t } = copy;
    const number = data.orderNumber;
    const [first] = data.parcels;
    const url = data.parcels.length === 1 ? first?.trackingUrl : null;
    return {
      subject: t('orderShipped.subject', { number }),
      preview: t('orderShipped.preview', {
        trackingNumber: data.parcels.map(({ trackingNumber }) => trackingNumber).join(', '),
      }),
      heading: t('orderShipped.heading'),
      blocks: [
        { kind: 'text', text: t('orderShipped.body', { number }) },
        {
          kind: 'facts',
          rows: data.parcels.flatMap(({ recipient, carrier, trackingNumber, trackingUrl }) => [
            ...(recipient ? [{ label: t('orderShipped.recipient'), value: recipient }] : []),
            ...(carrier ? [{ label: t('orderShipped.carrier'), value: carrier }] : []),
            {
              label: t('orderShipped.tracking'),
              value: trackingNumber,
              url: trackingUrl ?? undefined,
            },
          ]),
        },
        url ? { kind: 'button', label: t('orderShipped.button'), url } : orderButton(data, copy),
        orderItemsBlock(data, copy),
      ],
    };
  },
});
