import { allowErasing } from '@/lib/accounts/erasure/erasure-step';
import { withoutWords } from '@/lib/calendars/erase-calendars';
import { readDocument } from '@/lib/calendars/read-document';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { readAddress } from './address-lines';
import { cancelLockedOrder } from './cancel-order';
import { giveUpUnpaid } from './certificates/give-up-unpaid';
import { forgetWordsOf } from './certificates/store';
import {
  emptyOrder,
  emptyParcel,
  findHandOffs,
  findOrdersOf,
  forgetProviderTraces,
  forgetShopOf,
} from './erase-store';
import { eraseHandOffs } from './print-houses/hand-off-zip';
import { lockOrder } from './store';

/**
 * Empties what a person's orders hold beyond the books: the calendars themselves and what presses have of them in our
 * folders, notes, claims and their photos, what the tills wrote to us. Invoices stay as the law wants them: who, where to, what, how much. An order that waits for
 * money, or got it after the person had gone, is cancelled first: there is nothing to print any more.
 */
export async function eraseOrdersOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const orders = await findOrdersOf(ctx, userId);
  for (const order of orders) {
    await inTransaction(ctx, async (tx) => {
      const locked = await lockOrder(tx, order.id);
      if (locked?.status === 'AWAITING_PAYMENT' || locked?.status === 'PAID') {
        await cancelLockedOrder(tx, locked, { by: 'customer', reason: null });
      }
      await allowErasing(tx, userId);
      const items = order.items.map(({ id, document }) => ({
        id,
        document: withoutWords(readDocument(document)),
      }));
      await emptyOrder(tx, order.id, items);
      for (const { id, address } of order.parcels) {
        await emptyParcel(tx, { id, address: readAddress(address) }, order.paidAt !== null);
      }
    });
  }
  await eraseHandOffs(ctx, await findHandOffs(ctx, userId));
  await forgetProviderTraces(ctx, userId);
  return orders.length;
}

/**
 * Cart, drafts, saved addresses, and the words of certificates that the person gave. Their worth stays with who has
 * them; those that wait for money are given up; one that waits for its day still reaches whom it was bought for.
 */
export async function eraseShopOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await giveUpUnpaid(tx, userId);
    await forgetWordsOf(tx, { buyerId: userId });
    return forgetShopOf(tx, userId);
  });
}
