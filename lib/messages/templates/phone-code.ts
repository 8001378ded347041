import { z } from 'zod';
import { defineTemplate } from '../mail-content';

/** The code that proves a number; goes out as a text message. */
export const phoneCode = defineTemplate({
  data: z.object({ code: z.string().regex(/^\d{4,10}$/) }),
  holdsSecret: true,
  build: ({ code }, { t }) => ({
    subject: t('phoneCode.subject', { code }),
    preview: t('phoneCode.note'),
    heading: t('phoneCode.heading'),
    blocks: [
      { kind: 'code', code },
      { kind: 'note', text: t('phoneCode.note') },
    ],
  }),
});
