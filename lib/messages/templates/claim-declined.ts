import { defineTemplate } from '../mail-content';
import { ClaimDataSchema, claimBlocks } from './claim-data';

export const claimDeclined = defineTemplate({
  data: ClaimDataSchema,
  kind: 'orders',
  build(data, copy) {
    const { t } = copy;
    const values = { number: data.claimNumber, order: data.orderNumber };
    return {
      subject: t('claimDeclined.subject', values),
      preview: t('claimDeclined.preview'),
      heading: t('claimDeclined.heading'),
      blocks: [{ kind: 'text', text: t('claimDeclined.body', values) }, ...claimBlocks(data, copy)],
    };
  },
});
