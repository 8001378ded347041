import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { Payment, Refund } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import type { PaymentPurpose } from '@/lib/payments/purpose';
import { creditStars } from './ledger';
import { addRefundedStars, lockPurchase, type PurchaseRow } from './purchase-store';
import { refundKey } from './refund-stars';
import { findByKey } from './store';

async function purchaseOf(tx: TxCtx, payment: Payment): Promise<PurchaseRow> {
  const purchase = await lockPurchase(tx, { paymentId: payment.id });
  assert(purchase, `payment ${payment.id} is for stars`);
  return purchase;
}

async function tell(tx: TxCtx, payment: Payment): Promise<void> {
  const userId = payment.ownerId as Id<'user'>;
  await notifyOwner(tx, userId, { type: 'stars', id: userId });
}

/** What a payment, its failure and its refund mean to somebody's stars. */
export const starPaymentPurpose: PaymentPurpose = {
  async lock(tx, payment) {
    await purchaseOf(tx, payment);
  },

  // Each pack is a thing of its own: an open pay page may be paid until it closes by itself.
  isWanted: () => Promise.resolve(true),

  async onPaid(tx, payment) {
    const purchase = await purchaseOf(tx, payment);
    await creditStars(tx, {
      userId: purchase.ownerId as Id<'user'>,
      type: 'PURCHASE',
      stars: purchase.stars,
      key: `purchase:${purchase.id}`,
      subjectId: purchase.id,
    });
    // Also when it comes late: who paid has the stars, and may give them back.
    return { refundReason: null };
  },

  onEnded: (tx, payment) => tell(tx, payment),
  onQuarantined: (tx, payment) => tell(tx, payment),
  onRefunded: (tx, payment) => tell(tx, payment),

  async onRefundFailed(tx, payment, refund: Refund, code) {
    const purchase = await purchaseOf(tx, payment);
    const taken = await findByKey(tx, refundKey(refund.id));
    assert(taken, `stars were taken for refund ${refund.id}`);
    const stars = -taken.amount;
    const isNew = await creditStars(tx, {
      userId: purchase.ownerId as Id<'user'>,
      type: 'REFUND',
      stars,
      key: `refund_failed:${refund.id}`,
      subjectId: purchase.id,
      reason: 'refund.failed',
    });
    if (isNew) await addRefundedStars(tx, purchase.id, -stars);
    tx.log.warn('stars came back from a failed refund', { refundId: refund.id, stars, code });
  },
};
