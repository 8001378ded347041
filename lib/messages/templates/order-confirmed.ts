import { z } from 'zod';
import { DaySchema, defineTemplate } from '../mail-content';
import { OrderDataSchema, orderButton, orderItemsBlock } from './order-data';

export const orderConfirmed = defineTemplate({
  kind: 'orders',
  data: OrderDataSchema.extend({
    /** When the parcel is expected, as shown before paying. */
    arrives: z.object({ from: DaySchema, to: DaySchema }).optional(),
    /** The address as on the parcel, line by line. */
    deliverTo: z.array(z.string()).default([]),
    /** Nothing is printed: the order is a file to download. */
    isFile: z.boolean().default(false),
  }),
  build(data, copy) {
    const { t, day } = copy;
    const number = data.orderNumber;
    const rows = [{ label: t('order.number'), value: number }];
    if (data.arrives) {
      const window = { from: day(data.arrives.from), to: day(data.arrives.to) };
      rows.push({ label: t('order.arrives'), value: t('order.arrivesBetween', window) });
    }
    if (data.deliverTo.length > 0) {
      rows.push({ label: t('order.deliverTo'), value: data.deliverTo.join('\n') });
    }
    const words = data.isFile ? 'orderConfirmedFile' : 'orderConfirmed';
    return {
      subject: t('orderConfirmed.subject', { number }),
      preview: t(`${words}.preview`),
      heading: t(`${words}.heading`),
      blocks: [
        { kind: 'text', text: t(`${words}.body`) },
        orderItemsBlock(data, copy),
        { kind: 'facts', rows },
        orderButton(data, copy),
        { kind: 'note', text: t(`${words}.note`) },
      ],
    };
  },
});
