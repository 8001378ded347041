import { isOver } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { isBlocked } from './cart-problem';
import { QUANTITY_MAX } from './price-order';
import type { AddToCartInput } from './schema';
import {
  findCalendar,
  findCartItemOf,
  findPrintProof,
  findProduct,
  insertCartItem,
  lockShopOf,
  updateCartItem,
} from './store';

/**
 * Puts an approved calendar into the cart. The caller has just had the customer confirm year and first month; placing
 * the order checks everything again. The same calendar, product and proof again adds copies; a newly approved proof
 * replaces the older one and its quantity. A file is ordered once.
 * @throws DomainError "calendar.not_found", "product.not_found", "proof.not_found", "proof.not_ready",
 *   "proof.blocked", "cart.format_mismatch", "cart.year_passed"
 */
export async function addToCart(
  ctx: Ctx,
  input: AddToCartInput,
): Promise<{ cartItemId: Id<'cartItem'> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    const calendar = await findCalendar(tx, owner, input.calendarId);
    if (!calendar) throw new DomainError('calendar.not_found');
    const product = await findProduct(tx, input.productId);
    if (!product) throw new DomainError('product.not_found');
    const proof = await findPrintProof(tx, owner, input.calendarId, input.proofId);
    if (!proof) throw new DomainError('proof.not_found');
    if (proof.status !== 'READY') throw new DomainError('proof.not_ready');
    if (isBlocked(proof.preflight)) throw new DomainError('proof.blocked');
    const document = readDocument(proof.document);
    const isFile = product.kind === 'PDF';
    if (!isFile && document.formatId !== product.formatId) {
      throw new DomainError('cart.format_mismatch');
    }
    if (isOver(document, dayAt(ctx.clock.now(), 'UTC'))) throw new DomainError('cart.year_passed');

    const approved = { proofId: input.proofId, approvedAt: ctx.clock.now() };
    const known = await findCartItemOf(tx, owner, input.calendarId, input.productId);
    if (!known) {
      const cartItemId = newId('cartItem');
      await insertCartItem(tx, {
        id: cartItemId,
        ...owner,
        calendarId: input.calendarId,
        productId: input.productId,
        quantity: isFile ? 1 : input.quantity,
        ...approved,
      });
      return { cartItemId };
    }
    const copies =
      known.proofId === input.proofId
        ? Math.min(QUANTITY_MAX, known.quantity + input.quantity)
        : input.quantity;
    await updateCartItem(tx, owner, known.id, { quantity: isFile ? 1 : copies, ...approved });
    return { cartItemId: known.id as Id<'cartItem'> };
  });
}
