import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import type { CheckoutDraft } from '../schema';
import { lockShopOf } from '../store';
import { countCartItems, upsertDraft } from './draft-store';

/**
 * Keeps what is filled in. The newest wins. With an empty cart nothing is kept: a late call after the order was placed
 * must not bring the addresses back.
 * @throws DomainError "cart.empty"
 */
export async function saveDraft(ctx: Ctx, draft: CheckoutDraft): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    if ((await countCartItems(tx, owner)) === 0) throw new DomainError('cart.empty');
    await upsertDraft(tx, owner, draft);
  });
}
