import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const trainingFailed = defineTemplate({
  kind: 'studio',
  data: z.object({
    name: z.string().min(1),
    url: LinkSchema,
    reason: z.enum(['photos', 'blocked', 'late', 'machine']),
    /** What came back. */
    stars: z.number().int().min(0),
  }),
  build({ name, url, reason, stars }, { t }) {
    return {
      subject: t('trainingFailed.subject', { name }),
      preview: t('trainingFailed.preview', { stars }),
      heading: t('trainingFailed.heading', { name }),
      blocks: [
        { kind: 'text', text: t(`trainingFailed.reasons.${reason}`) },
        { kind: 'text', text: t('trainingFailed.stars', { stars }) },
        { kind: 'button', label: t('trainingFailed.button'), url },
      ],
    };
  },
});
