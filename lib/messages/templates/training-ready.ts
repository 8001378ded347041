import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const trainingReady = defineTemplate({
  kind: 'studio',
  data: z.object({ name: z.string().min(1), url: LinkSchema }),
  build({ name, url }, { t }) {
    return {
      subject: t('trainingReady.subject', { name }),
      preview: t('trainingReady.preview'),
      heading: t('trainingReady.heading', { name }),
      blocks: [
        { kind: 'text', text: t('trainingReady.body', { name }) },
        { kind: 'button', label: t('trainingReady.button'), url },
        { kind: 'note', text: t('trainingReady.note') },
      ],
    };
  },
});
