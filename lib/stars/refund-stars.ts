import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { requestRefund } from '@/lib/payments/request-refund';
import { findRefundByKey } from '@/lib/payments/store';
import { debitStars } from './ledger';
import { addRefundedStars, lockPurchase } from './purchase-store';
import { readLots } from './read-lots';
import { isWholeOnly, refundableStars, refundMinor } from './rules';
import { findByKey, lockAccount } from './store';

/** The ledger's key of the stars that left for a refund. */
export function refundKey(refundId: string): string {
  return `refund:${refundId}`;
}

/**
 * Gives unspent stars of one pack back for their share of its price: the stars leave and the refund is promised
 * together, or neither. Stars that were given, or bought with another pack, are not this pack's (lots.ts). The same request key is the same refund.
 * @throws DomainError "stars.purchase_not_found", "stars.whole_pack_only", "stars.nothing_to_refund" when fewer are left, spent, or worth less
 *   than the smallest coin, "request.conflict" when the key was used for another number
 */
export async function refundStars(
  ctx: Ctx,
  input: { purchaseId: Id<'starPurchase'>; stars: number; requestKey: string },
): Promise<{ refundId: Id<'refund'>; amountMinor: number }> {
  const userId = asPerson(ctx).actor.userId;
  return inTransaction(ctx, async (tx) => {
    const purchase = await lockPurchase(tx, { id: input.purchaseId, ownerId: userId });
    if (!purchase) throw new DomainError('stars.purchase_not_found');
    const { payment } = purchase;
    const known = await findRefundByKey(tx, `refund:${payment.id}:${input.requestKey}`);
    if (known) {
      const taken = await findByKey(tx, refundKey(known.id));
      if (taken?.amount !== -input.stars) throw new DomainError('request.conflict');
      return { refundId: known.id as Id<'refund'>, amountMinor: known.amountMinor };
    }
    const books = { ...purchase, refundedMinor: payment.refundedMinor };
    const left = refundableStars(books, Number.MAX_SAFE_INTEGER);
    // What the bank asks back it gives back itself.
    const isOpen = payment.status === 'PAID' && payment.disputes.length === 0;
    if (!isOpen || input.stars > left) {
      throw new DomainError('stars.nothing_to_refund');
    }
    if (isWholeOnly(purchase) && input.stars !== purchase.stars) {
      throw new DomainError('stars.whole_pack_only');
    }
    const amountMinor = refundMinor(books, input.stars);
    if (amountMinor < 1) throw new DomainError('stars.nothing_to_refund');
    const refund = await requestRefund(tx, {
      paymentId: payment.id,
      amountMinor,
      reason: 'unspent_stars',
      actorId: userId,
      requestKey: input.requestKey,
    });
    // After the payment's row: everybody locks purchase, payment, account in this order.
    await lockAccount(tx, userId);
    const { packs } = await readLots(tx, userId);
    if (input.stars > refundableStars(books, packs.get(purchase.id) ?? 0)) {
      throw new DomainError('stars.nothing_to_refund');
    }
    await debitStars(tx, {
      userId,
      type: 'REFUND',
      stars: input.stars,
      key: refundKey(refund.id),
      subjectId: purchase.id,
    });
    await addRefundedStars(tx, purchase.id, input.stars);
    return { refundId: refund.id as Id<'refund'>, amountMinor };
  });
}
