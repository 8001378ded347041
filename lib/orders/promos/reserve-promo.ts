import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { customerHash } from './customer-hash';
import type { Promo } from './rules';
import { findPromoById, hasUsed, insertUse, takeUse } from './store';

/**
 * Takes one use of a code for an order, in the transaction that places it and after its row. Of two orders that want
 * the last use one gets it, and one customer gets a once-only code once, however many orders are placed at the same time.
 * @throws DomainError "promo.used_up", "promo.over" when it ended meanwhile, "promo.used_already"
 */
export async function reservePromo(
  tx: TxCtx,
  wish: { promo: Promo; orderId: string; ownerId: string; email: string },
): Promise<void> {
  const { promo, orderId, ownerId } = wish;
  const isTaken = await takeUse(tx, promo.id);
  const row = await findPromoById(tx, promo.id);
  assert(row, `promo code ${promo.id} exists`);
  if (!isTaken) {
    const isUsedUp = row.maxUses !== null && row.uses >= row.maxUses;
    throw new DomainError(isUsedUp ? 'promo.used_up' : 'promo.over');
  }
  const emailHash = customerHash(wish.email);
  const isOnce = row.oncePerCustomer;
  if (isOnce && (await hasUsed(tx, promo.id, { ownerId, emailHash }))) {
    throw new DomainError('promo.used_already');
  }
  await insertUse(tx, {
    id: newId('promoUse'),
    promoCodeId: promo.id,
    orderId,
    ownerId,
    emailHash,
    isOnce,
    createdAt: tx.clock.now(),
  });
}
