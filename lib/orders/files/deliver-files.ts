import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { moveOrder } from '../move-order';
import { queueOrderMail } from '../queue-order-mail';
import { lockOrder, type OrderRow } from '../store';
import { findEditions, findOrdersOfEdition } from './files-store';

/**
 * Hands a finished file over to the orders that bought it: the mail goes out when all files of an order are there, and
 * an order of files alone is then delivered. Repeating changes nothing; what is not a finished digital edition is left
 * alone.
 */
export async function deliverFiles(ctx: Ctx, proofId: Id<'proof'>): Promise<void> {
  for (const orderId of await findOrdersOfEdition(ctx, proofId)) {
    await inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (order) await deliverLockedOrder(tx, order);
    });
  }
}

/** The same for one order whose row the caller has locked, e.g. when it is no longer held back. */
export async function deliverLockedOrder(tx: TxCtx, order: OrderRow): Promise<void> {
  const files = order.items.filter(({ product }) => product.kind === 'PDF');
  const isOpen = ['PAID', 'IN_PRODUCTION', 'SHIPPED', 'DELIVERED'].includes(order.status);
  if (files.length === 0 || !isOpen || order.heldAt !== null) return;
  const editions = await findEditions(tx, files);
  const areReady = files.every(({ id }) => editions.get(id)?.status === 'READY');
  if (!areReady) return;
  if (order.parcels.length === 0 && order.status === 'PAID') {
    await moveOrder(tx, order, { to: 'DELIVERED', by: 'system' });
  }
  await queueOrderMail(tx, order, { template: 'order-files-ready' });
}
