import { defineTemplate } from '../mail-content';
import { ClaimDataSchema, claimBlocks } from './claim-data';

export const claimReceived = defineTemplate({
  data: ClaimDataSchema,
  kind: 'orders',
  build(data, copy) {
    const { t } = copy;
    const values = { number: data.claimNumber, order: data.orderNumber };
    return {
      subject: t('claimReceived.subject', values),
      preview: t('claimReceived.preview'),
      heading: t('claimReceived.heading'),
      blocks: [{ kind: 'text', text: t('claimReceived.body', values) }, ...claimBlocks(data, copy)],
    };
  },
});
