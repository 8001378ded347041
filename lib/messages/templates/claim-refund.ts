import { defineTemplate, MoneySchema } from '../mail-content';
import { ClaimDataSchema, claimBlocks } from './claim-data';

export const claimRefund = defineTemplate({
  data: ClaimDataSchema.extend({ amount: MoneySchema }),
  kind: 'orders',
  build(data, copy) {
    const { t, money } = copy;
    const amount = money(data.amount);
    const values = { number: data.claimNumber, order: data.orderNumber, amount };
    return {
      subject: t('claimRefund.subject', values),
      preview: t('claimRefund.preview', values),
      heading: t('claimRefund.heading'),
      blocks: [{ kind: 'text', text: t('claimRefund.body', values) }, ...claimBlocks(data, copy)],
    };
  },
});
