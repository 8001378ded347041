import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const setReady = defineTemplate({
  kind: 'studio',
  data: z.object({ theme: z.string(), url: LinkSchema }),
  build({ theme, url }, { t }) {
    return {
      subject: t('setReady.subject', { theme }),
      preview: t('setReady.preview'),
      heading: t('setReady.heading'),
      blocks: [
        { kind: 'text', text: t('setReady.body', { theme }) },
        { kind: 'button', label: t('setReady.button'), url },
      ],
    };
  },
});
