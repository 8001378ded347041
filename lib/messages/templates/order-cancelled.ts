import { defineTemplate, MoneySchema } from '../mail-content';
import { OrderDataSchema, orderButton, orderItemsBlock } from './order-data';

export const orderCancelled = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema.extend({
    /** What goes back the way it was paid; left out when no till took anything. */
    refund: MoneySchema.optional(),
    /** What is back on gift certificates. */
    certificateRefund: MoneySchema.optional(),
  }),
  build(data, copy) {
    const { t, money } = copy;
    const number = data.orderNumber;
    const { refund, certificateRefund } = data;
    const moneyBack = [
      ...(refund ? [t('orderCancelled.refund', { amount: money(refund) })] : []),
      ...(certificateRefund
        ? [t('orderCancelled.certificate', { amount: money(certificateRefund) })]
        : []),
    ];
    return {
      subject: t('orderCancelled.subject', { number }),
      preview: t('orderCancelled.preview'),
      heading: t('orderCancelled.heading'),
      blocks: [
        { kind: 'text', text: t('orderCancelled.body', { number }) },
        { kind: 'text', text: moneyBack.join(' ') || t('orderCancelled.nothingPaid') },
        orderItemsBlock(data, copy),
        orderButton(data, copy),
      ],
    };
  },
});
