import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { settlePayment } from '@/lib/payments/settle-payment';
import { stateOfPurchase } from './present-purchase';
import { findPurchase } from './purchase-store';
import type { PurchaseState } from './schema';
import { starPaymentPurpose } from './star-payment-purpose';

/**
 * Asks the provider about a purchase that is still open, for the person who came back from the pay page before the
 * webhook did.
 * @throws DomainError "stars.purchase_not_found", "payment.provider_unavailable"
 */
export async function refreshStarPurchase(
  ctx: Ctx,
  input: { purchaseId: Id<'starPurchase'> },
): Promise<{ state: PurchaseState; stars: number }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const known = await findPurchase(ctx, owner, input.purchaseId);
  if (!known) throw new DomainError('stars.purchase_not_found');
  if (stateOfPurchase(known.payment) === 'open') {
    await settlePayment(ctx, known.paymentId, { STARS: starPaymentPurpose });
  }
  const fresh = await findPurchase(ctx, owner, input.purchaseId);
  if (!fresh) throw new DomainError('stars.purchase_not_found');
  return { state: stateOfPurchase(fresh.payment), stars: fresh.stars };
}
