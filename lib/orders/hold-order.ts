import type { TxCtx } from '@/lib/db/context';
import { deliverLockedOrder } from './files/deliver-files';
import { recordOrderEvent } from './move-order';
import type { OrderStatus } from './order-states';
import { lockOrder, type OrderRow, setHold } from './store';

/** Whether an order can still be held back: until it is sent; a print job that has not left yet then waits. */
export function canHold(status: OrderStatus): boolean {
  return status === 'AWAITING_PAYMENT' || status === 'PAID' || status === 'IN_PRODUCTION';
}

/**
 * Keeps an order whose row the caller has locked from going to print and its files from being handed out, until it is
 * released. One that is held already keeps its first reason.
 * @returns false when nothing changed
 */
export async function holdLockedOrder(
  tx: TxCtx,
  order: OrderRow,
  hold: { reason: string },
): Promise<boolean> {
  if (order.heldAt !== null) return false;
  if (!(await setHold(tx, order.id, { from: null, to: hold.reason }))) return false;
  await recordOrderEvent(tx, order.id, {
    kind: 'held',
    isInternal: true,
    data: { reason: hold.reason },
  });
  return true;
}

/** Lets a held order go on; files that were finished meanwhile are handed over. @returns false when it was not held */
export async function releaseLockedOrder(
  tx: TxCtx,
  order: OrderRow,
  release: { reason: string },
): Promise<boolean> {
  if (order.heldAt === null) return false;
  if (!(await setHold(tx, order.id, { from: order.heldReason, to: null }))) return false;
  await recordOrderEvent(tx, order.id, {
    kind: 'released',
    isInternal: true,
    data: { reason: release.reason },
  });
  const released = await lockOrder(tx, order.id);
  if (released) await deliverLockedOrder(tx, released);
  return true;
}
