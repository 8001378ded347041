import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { findCartItems, updateCartItem } from './store';

/**
 * Sets how many copies are ordered; a file is ordered once, whatever is asked.
 * @param input.quantity 1 to QUANTITY_MAX, checked at the edge
 * @throws DomainError "cart.not_found"
 */
export async function changeQuantity(
  ctx: Ctx,
  input: { cartItemId: Id<'cartItem'>; quantity: number },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const item = (await findCartItems(ctx, owner)).find(({ id }) => id === input.cartItemId);
  const quantity = item?.product.kind === 'PDF' ? 1 : input.quantity;
  const isChanged = await updateCartItem(ctx, owner, input.cartItemId, { quantity });
  if (!isChanged) throw new DomainError('cart.not_found');
}
