import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { deleteCartItem } from './store';

/** @throws DomainError "cart.not_found" */
export async function removeFromCart(
  ctx: Ctx,
  input: { cartItemId: Id<'cartItem'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await deleteCartItem(ctx, owner, input.cartItemId)))
    throw new DomainError('cart.not_found');
}
