import { defineTemplate } from '../mail-content';
import { ClaimDataSchema, claimBlocks } from './claim-data';

export const claimReprint = defineTemplate({
  data: ClaimDataSchema,
  kind: 'orders',
  build(data, copy) {
    const { t } = copy;
    const values = { number: data.claimNumber, order: data.orderNumber };
    return {
      subject: t('claimReprint.subject', values),
      preview: t('claimReprint.preview'),
      heading: t('claimReprint.heading'),
      blocks: [{ kind: 'text', text: t('claimReprint.body', values) }, ...claimBlocks(data, copy)],
    };
  },
});
