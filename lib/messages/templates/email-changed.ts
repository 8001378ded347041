import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

/** Tells the old address, whose reader may not be the one who did it. */
export const emailChanged = defineTemplate({
  data: z.object({ helpUrl: LinkSchema }),
  build: ({ helpUrl }, { t }) => ({
    subject: t('emailChanged.subject'),
    preview: t('emailChanged.preview'),
    heading: t('emailChanged.heading'),
    blocks: [
      { kind: 'text', text: t('emailChanged.body') },
      { kind: 'note', text: t('emailChanged.note') },
      { kind: 'button', label: t('emailChanged.button'), url: helpUrl },
    ],
  }),
});
