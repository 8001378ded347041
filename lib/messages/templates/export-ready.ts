import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const exportReady = defineTemplate({
  data: z.object({ url: LinkSchema }),
  build: ({ url }, { t }) => ({
    subject: t('exportReady.subject'),
    preview: t('exportReady.preview'),
    heading: t('exportReady.heading'),
    blocks: [
      { kind: 'text', text: t('exportReady.body') },
      { kind: 'button', label: t('exportReady.button'), url },
      { kind: 'note', text: t('exportReady.note') },
    ],
  }),
});
