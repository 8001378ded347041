import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { Dispute, Payment, Refund } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import type { PaymentPurpose } from '@/lib/payments/purpose';
import { creditStars, debitStars } from './ledger';
import { addRefundedStars, isActive, lockPurchase, type PurchaseRow } from './purchase-store';
import { readLots } from './read-lots';
import { refundKey } from './refund-stars';
import { refundableStars } from './rules';
import { findByKey, lockAccount } from './store';

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

  // Each pack is a thing of its own: an open pay page may be paid until it closes by itself, by who is still here.
  isWanted: (ctx, payment) => isActive(ctx, payment.ownerId),

  async onPaid(tx, payment) {
    const purchase = await purchaseOf(tx, payment);
    // Nobody is there any more to spend them.
    if (!(await isActive(tx, purchase.ownerId))) return { refundReason: 'late_payment' };
    await creditStars(tx, {
      userId: purchase.ownerId as Id<'user'>,
      type: 'PURCHASE',
      stars: purchase.stars,
      key: creditKey(purchase),
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
    // Money that never bought stars: it did not fit what was asked, or came when its payer had gone.
    if (!taken && !(await findByKey(tx, creditKey(purchase)))) return;
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

  async onDispute(tx, payment, dispute) {
    const purchase = await purchaseOf(tx, payment);
    if (dispute.status === 'WON') await returnDisputed(tx, purchase, payment, dispute);
    else await takeDisputed(tx, purchase, payment, dispute);
  },
};

function creditKey({ id }: { id: string }): string {
  return `purchase:${id}`;
}

function disputeKey({ id }: Payment): string {
  return `disputed:${id}`;
}

/** The pack's stars leave as far as they are there, once: what was spent is lost with the money, and nobody owes stars. */
async function takeDisputed(
  tx: TxCtx,
  purchase: PurchaseRow,
  payment: Payment,
  dispute: Dispute,
): Promise<void> {
  const userId = purchase.ownerId as Id<'user'>;
  await lockAccount(tx, userId);
  const { packs } = await readLots(tx, userId);
  const books = { ...purchase, refundedMinor: payment.refundedMinor };
  const stars = refundableStars(books, packs.get(purchase.id) ?? 0);
  if (stars === 0 || (await findByKey(tx, disputeKey(payment)))) return;
  await debitStars(tx, {
    userId,
    type: 'REFUND',
    stars,
    key: disputeKey(payment),
    subjectId: dispute.id,
    reason: 'disputed',
  });
}

async function returnDisputed(
  tx: TxCtx,
  purchase: PurchaseRow,
  payment: Payment,
  dispute: Dispute,
): Promise<void> {
  const taken = await findByKey(tx, disputeKey(payment));
  if (!taken) return;
  await creditStars(tx, {
    userId: purchase.ownerId as Id<'user'>,
    type: 'REFUND',
    stars: -taken.amount,
    key: `dispute_won:${payment.id}`,
    subjectId: dispute.id,
    reason: 'dispute_won',
  });
}
