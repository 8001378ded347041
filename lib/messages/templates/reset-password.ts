import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const resetPassword = defineTemplate({
  data: z.object({ url: LinkSchema }),
  holdsSecret: true,
  build: ({ url }, { t }) => ({
    subject: t('resetPassword.subject'),
    preview: t('resetPassword.preview'),
    heading: t('resetPassword.heading'),
    blocks: [
      { kind: 'text', text: t('resetPassword.body') },
      { kind: 'button', label: t('resetPassword.button'), url },
      { kind: 'note', text: t('resetPassword.note') },
    ],
  }),
});
