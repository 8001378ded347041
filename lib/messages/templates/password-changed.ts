import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

/** Tells the owner, who may not be the one who did it. */
export const passwordChanged = defineTemplate({
  data: z.object({ resetUrl: LinkSchema }),
  build: ({ resetUrl }, { t }) => ({
    subject: t('passwordChanged.subject'),
    preview: t('passwordChanged.preview'),
    heading: t('passwordChanged.heading'),
    blocks: [
      { kind: 'text', text: t('passwordChanged.body') },
      { kind: 'note', text: t('passwordChanged.note') },
      { kind: 'button', label: t('passwordChanged.button'), url: resetUrl },
    ],
  }),
});
