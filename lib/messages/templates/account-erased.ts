import { z } from 'zod';
import { defineTemplate } from '../mail-content';

/** The last letter to an address: once it is out, we no longer know the address either. */
export const accountErased = defineTemplate({
  data: z.object({ number: z.string().min(1) }),
  forgetsReceiver: true,
  build: ({ number }, { t }) => ({
    subject: t('accountErased.subject'),
    preview: t('accountErased.preview', { number }),
    heading: t('accountErased.heading'),
    blocks: [
      { kind: 'text', text: t('accountErased.body') },
      { kind: 'facts', rows: [{ label: t('accountErased.number'), value: number }] },
      { kind: 'note', text: t('accountErased.note') },
    ],
  }),
});
