import { z } from 'zod';
import { DaySchema, defineTemplate, LinkSchema, MoneySchema } from '../mail-content';

/** To the buyer; without the code, which is on the page behind the link. */
export const certificateBought = defineTemplate({
  data: z.object({
    worth: MoneySchema,
    recipientName: z.string().min(1),
    deliverOn: DaySchema.nullable(),
    url: LinkSchema,
  }),
  build({ worth, recipientName, deliverOn, url }, copy) {
    const { t } = copy;
    const values = { recipient: recipientName, worth: copy.money(worth) };
    return {
      subject: t('certificateBought.subject', values),
      preview: t('certificateBought.preview', values),
      heading: t('certificateBought.heading'),
      blocks: [
        { kind: 'text', text: t('certificateBought.body', values) },
        {
          kind: 'text',
          text:
            deliverOn === null
              ? t('certificateBought.print', values)
              : t('certificateBought.mail', { ...values, day: copy.day(deliverOn) }),
        },
        { kind: 'button', label: t('certificateBought.button'), url },
        { kind: 'note', text: t('certificateBought.note') },
      ],
    };
  },
});
