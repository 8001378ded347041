import { z } from 'zod';
import { defineTemplate, LinkSchema, MoneySchema } from '../mail-content';

export const certificateRefunded = defineTemplate({
  data: z.object({ worth: MoneySchema, recipientName: z.string().min(1), url: LinkSchema }),
  build({ worth, recipientName, url }, copy) {
    const { t } = copy;
    const values = { recipient: recipientName, worth: copy.money(worth) };
    return {
      subject: t('certificateRefunded.subject', values),
      preview: t('certificateRefunded.preview', values),
      heading: t('certificateRefunded.heading'),
      blocks: [
        { kind: 'text', text: t('certificateRefunded.body', values) },
        { kind: 'button', label: t('certificateRefunded.button'), url },
        { kind: 'note', text: t('certificateRefunded.note') },
      ],
    };
  },
});
