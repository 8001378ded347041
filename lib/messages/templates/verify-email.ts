import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

/** The code that proves an address. The link only opens the page to type it in. */
export const verifyEmail = defineTemplate({
  data: z.object({ code: z.string().regex(/^\d{4,10}$/), url: LinkSchema.optional() }),
  holdsSecret: true,
  build: ({ code, url }, { t }) => ({
    subject: t('verifyEmail.subject', { code }),
    preview: t('verifyEmail.preview'),
    heading: t('verifyEmail.heading'),
    blocks: [
      { kind: 'text', text: t('verifyEmail.body') },
      { kind: 'code', code },
      ...(url ? [{ kind: 'button' as const, label: t('verifyEmail.button'), url }] : []),
      { kind: 'note', text: t('verifyEmail.note') },
    ],
  }),
});
