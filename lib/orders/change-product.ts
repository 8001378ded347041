import { readDocument } from '@/lib/calendars/read-document';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { QUANTITY_MAX } from './price-order';
import {
  deleteCartItem,
  findCartItemOf,
  findCartItems,
  findProduct,
  lockShopOf,
  updateCartItem,
} from './store';

/**
 * Orders the same approved calendar as another product: other paper, or the file alone. Where the cart holds it as that
 * product already, the two become one. A file is ordered once.
 * @throws DomainError "cart.not_found", "product.not_found", "cart.format_mismatch"
 */
export async function changeProduct(
  ctx: Ctx,
  input: { cartItemId: Id<'cartItem'>; productId: Id<'product'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    const item = (await findCartItems(tx, owner)).find(({ id }) => id === input.cartItemId);
    if (!item) throw new DomainError('cart.not_found');
    const product = await findProduct(tx, input.productId);
    if (!product) throw new DomainError('product.not_found');
    if (product.id === item.productId) return;
    const { formatId } = readDocument((item.proof ?? item.calendar).document);
    const isFile = product.kind === 'PDF';
    if (!isFile && product.formatId !== formatId) throw new DomainError('cart.format_mismatch');
    const other = await findCartItemOf(tx, owner, item.calendarId, product.id);
    const quantity = isFile ? 1 : Math.min(QUANTITY_MAX, item.quantity + (other?.quantity ?? 0));
    if (!other) {
      await updateCartItem(tx, owner, item.id, { quantity, productId: product.id });
      return;
    }
    await deleteCartItem(tx, owner, item.id);
    await updateCartItem(tx, owner, other.id, {
      quantity,
      ...(item.proofId && item.approvedAt
        ? { proofId: item.proofId, approvedAt: item.approvedAt }
        : {}),
    });
  });
}
