import { z } from 'zod';
import { defineTemplate, LinkSchema } from '../mail-content';

export const abandonedCart = defineTemplate({
  kind: 'abandoned_cart',
  data: z.object({ title: z.string(), url: LinkSchema }),
  build({ title, url }, { t }) {
    return {
      subject: t('abandonedCart.subject'),
      preview: t('abandonedCart.preview'),
      heading: t('abandonedCart.heading'),
      blocks: [
        { kind: 'text', text: t('abandonedCart.body', { title }) },
        { kind: 'button', label: t('abandonedCart.button'), url },
        { kind: 'note', text: t('abandonedCart.note') },
      ],
    };
  },
});
