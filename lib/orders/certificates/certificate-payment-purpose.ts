import { assert } from '@/lib/core/assert';
import type { TxCtx } from '@/lib/db/context';
import type { Payment } from '@/lib/db/generated/client';
import type { PaymentPurpose } from '@/lib/payments/purpose';
import { holdForDispute } from '../hold-for-dispute';
import { lockOrder } from '../store';
import { issueCertificate } from './issue-certificate';
import { mailBuyer } from './mail-buyer';
import {
  type CertificateRow,
  findByPayment,
  findOrdersPaidWith,
  lockCertificate,
  lockOrderRow,
} from './store';
import { withdrawRest } from './withdraw-rest';

async function certificateOf(tx: TxCtx, payment: Payment): Promise<CertificateRow> {
  const row = await lockCertificate(tx, { paymentId: payment.id });
  assert(row, `payment ${payment.id} is for a certificate`);
  return row;
}

/** What a payment, its failure and its refund mean to a gift certificate. */
export const certificatePaymentPurpose: PaymentPurpose = {
  async lock(tx, payment) {
    // Orders before certificates, as everywhere: a dispute holds back what the certificate paid for.
    const found = await findByPayment(tx, payment.id);
    for (const id of found ? await findOrdersPaidWith(tx, found.id) : []) {
      await lockOrderRow(tx, id);
    }
    await certificateOf(tx, payment);
  },

  async isWanted(ctx, payment) {
    const row = await findByPayment(ctx, payment.id);
    return row?.status === 'AWAITING_PAYMENT';
  },

  async onPaid(tx, payment) {
    const row = await certificateOf(tx, payment);
    // Given up as unpaid before the money came: nobody waits for it any more, so it goes back.
    if (row.status !== 'AWAITING_PAYMENT') return { refundReason: 'late_payment' };
    await issueCertificate(tx, row);
    await mailBuyer(tx, row, { template: 'certificate-bought' });
    return { refundReason: null };
  },

  // It stays open for a day, in case the money comes after all; the sweep ends it then.
  onEnded: () => Promise.resolve(),
  onQuarantined: () => Promise.resolve(),

  async onRefunded(tx, payment, refund) {
    const row = await certificateOf(tx, payment);
    await mailBuyer(tx, row, { template: 'certificate-refunded', key: refund.id });
  },

  async onRefundFailed(tx, payment, refund, code) {
    const row = await certificateOf(tx, payment);
    tx.log.error('the refund of a certificate failed', new Error(code), {
      certificateId: row.id,
      refundId: refund.id,
    });
  },

  // While it is open nothing is bought with the certificate (redeemCertificate asks); lost, it is over.
  async onDispute(tx, payment, dispute) {
    const row = await certificateOf(tx, payment);
    for (const orderId of await findOrdersPaidWith(tx, row.id)) {
      const order = await lockOrder(tx, orderId);
      if (order) await holdForDispute(tx, order, dispute);
    }
    if (dispute.status === 'LOST') await withdrawRest(tx, row, `dispute:${dispute.id}`);
  },
};
