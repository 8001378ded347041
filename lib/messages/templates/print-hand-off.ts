import { z } from 'zod';
import { DaySchema, defineTemplate, LinkSchema } from '../mail-content';

/** To a press: a print job is ready to be fetched. */
export const printHandOff = defineTemplate({
  holdsSecret: true,
  data: z.object({
    number: z.string().min(1),
    orderNumber: z.string().min(1),
    copies: z.number().int().positive(),
    url: LinkSchema,
    lastDay: DaySchema,
  }),
  build(data, { t, day }) {
    const { number, orderNumber, copies } = data;
    return {
      subject: t('printHandOff.subject', { number, copies }),
      preview: t('printHandOff.preview', { copies }),
      heading: t('printHandOff.heading', { number }),
      blocks: [
        { kind: 'text', text: t('printHandOff.body', { number, orderNumber, copies }) },
        { kind: 'button', label: t('printHandOff.button'), url: data.url },
        { kind: 'note', text: t('printHandOff.note', { day: day(data.lastDay) }) },
      ],
    };
  },
});
