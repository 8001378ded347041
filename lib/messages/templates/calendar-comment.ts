import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const calendarComment = defineTemplate({
  kind: 'sharing',
  data: z.object({ title: z.string(), author: z.string(), url: LinkSchema }),
  build(data, { t }) {
    const { title, author } = data;
    return {
      subject: t('calendarComment.subject', { author, title }),
      preview: t('calendarComment.preview'),
      heading: t('calendarComment.heading'),
      blocks: [
        { kind: 'text', text: t('calendarComment.body', { author, title }) },
        { kind: 'button', label: t('calendarComment.button'), url: data.url },
        { kind: 'note', text: t('calendarComment.note') },
      ],
    };
  },
});
