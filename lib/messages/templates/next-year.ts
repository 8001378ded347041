import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const nextYear = defineTemplate({
  kind: 'next_year',
  data: z.object({ title: z.string(), url: LinkSchema }),
  build({ title, url }, { t }) {
    return {
      subject: t('nextYear.subject'),
      preview: t('nextYear.preview'),
      heading: t('nextYear.heading'),
      blocks: [
        { kind: 'text', text: t('nextYear.body', { title }) },
        { kind: 'button', label: t('nextYear.button'), url },
        { kind: 'note', text: t('nextYear.note') },
      ],
    };
  },
});
