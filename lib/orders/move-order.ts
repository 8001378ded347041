import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { type Mover, type OrderStatus, requireMove } from './order-states';
import { insertOrderEvent, type OrderRow, setOrderStatus } from './store';

/** What an OrderEvent row tells. `moved` carries both states, the others their data. */
export const ORDER_EVENT_KINDS = [
  'placed',
  'moved',
  'payment_ended',
  'payment_quarantined',
  'surplus_payment',
  'refund_requested',
  'refunded',
  'refund_failed',
  'dispute_opened',
  'dispute_won',
  'dispute_lost',
  'held',
  'released',
  'note',
  'print_file_downloaded',
  'file_downloaded',
  'certificate_returned',
  'waybill_kept',
] as const;
export type OrderEventKind = (typeof ORDER_EVENT_KINDS)[number];

/** Adds a line to the history of an order. @param event.isInternal true keeps it from the customer */
export async function recordOrderEvent(
  tx: TxCtx,
  orderId: string,
  event: {
    kind: Exclude<OrderEventKind, 'moved'>;
    data?: Prisma.InputJsonObject;
    isInternal?: boolean;
  },
): Promise<void> {
  await insertOrderEvent(tx, {
    id: newId('orderEvent'),
    orderId,
    kind: event.kind,
    actorId: tx.actor.userId,
    isInternal: event.isInternal ?? false,
    data: event.data ?? {},
    createdAt: tx.clock.now(),
  });
}

/**
 * Moves an order along the table by compare-and-set and writes its history.
 * @throws DomainError "order.illegal_transition", "order.too_late_to_cancel", "request.conflict" when somebody else
 *   moved it first
 */
export async function moveOrder(
  tx: TxCtx,
  order: OrderRow,
  move: { to: OrderStatus; by: Mover; data?: Prisma.InputJsonObject },
): Promise<void> {
  requireMove(order.status, move.to, move.by);
  // Files alone have nothing to print; they are delivered when they are made.
  if (move.to === 'IN_PRODUCTION' && order.parcels.length === 0) {
    throw new DomainError('order.illegal_transition', { from: order.status, to: move.to });
  }
  if (!(await setOrderStatus(tx, order.id, order.status, move.to))) {
    throw new DomainError('request.conflict');
  }
  await insertOrderEvent(tx, {
    id: newId('orderEvent'),
    orderId: order.id,
    kind: 'moved',
    fromStatus: order.status,
    toStatus: move.to,
    actorId: tx.actor.userId,
    data: { by: move.by, ...move.data },
    createdAt: tx.clock.now(),
  });
}
