import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

/** To the owner of an address that somebody tried to sign up with again. */
export const alreadyRegistered = defineTemplate({
  data: z.object({ signInUrl: LinkSchema, resetUrl: LinkSchema }),
  build: ({ signInUrl, resetUrl }, { t }) => ({
    subject: t('alreadyRegistered.subject'),
    preview: t('alreadyRegistered.preview'),
    heading: t('alreadyRegistered.heading'),
    blocks: [
      { kind: 'text', text: t('alreadyRegistered.body') },
      { kind: 'button', label: t('alreadyRegistered.button'), url: signInUrl },
      {
        kind: 'facts',
        rows: [{ label: t('alreadyRegistered.forgotten'), value: resetUrl, url: resetUrl }],
      },
      { kind: 'note', text: t('alreadyRegistered.note') },
    ],
  }),
});
