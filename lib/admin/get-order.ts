import { isAdmitted } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { givesMoneyBack } from '@/lib/orders/cancel-order';
import { unsentParcels } from '@/lib/orders/delivery/follow-shipments';
import { canHold } from '@/lib/orders/hold-order';
import { movesOf, type OrderStatus } from '@/lib/orders/order-states';
import { type OrderView, presentEvent, presentOrder } from '@/lib/orders/present-order';
import { refundableMinorOf } from '@/lib/orders/refund-locked-order';
import { lockOrder, type OrderRow } from '@/lib/orders/store';
import { presentFindings, type StaffReport } from './present-findings';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findActors, findAuditOf, findOwner } from './store';

export type StaffItem = OrderView['items'][number] &
  StaffReport & {
    paper: string;
    fileSha256: string;
    fileBytes: number;
  };

export type StaffEvent = {
  id: string;
  at: string;
  kind: string;
  fromStatus: OrderStatus | null;
  toStatus: OrderStatus | null;
  isInternal: boolean;
  /** Name or address of who did it; null is the system. */
  actor: string | null;
  amount: Money | null;
  reason: string | null;
  text: string | null;
};

export type StaffOrder = Omit<OrderView, 'items'> & {
  items: StaffItem[];
  /** Whether this person may move, hold and release it; without that it has no moves for them. */
  mayMove: boolean;
  /** Cancelling gives money back, which takes another desk than this person's. */
  isCancelWithheld: boolean;
  moves: OrderStatus[];
  /** Held back from print, with the reason. */
  hold: { since: string; reason: string } | null;
  canHold: boolean;
  /** What this person can still give back. */
  refundable: Money;
  customer: { id: string; name: string | null; email: string | null; orderCount: number };
  events: StaffEvent[];
  audit: { id: string; at: string; action: string; actor: string | null }[];
};

/** One order with everything staff works with. @throws DomainError "account.not_allowed", "order.not_found" */
export async function getOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; locale: string },
): Promise<StaffOrder> {
  requireStaff(ctx, 'orders');
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    if (!order) throw new DomainError('order.not_found');
    const owner = await findOwner(tx, order.ownerId);
    const audit = await findAuditOf(tx, order.id);
    const people = await findActors(
      tx,
      [...order.events, ...audit].flatMap(({ actorId }) => (actorId ? [actorId] : [])),
    );
    const names = new Map(people.map(({ id, name, email }) => [id, name ?? email ?? id]));
    const nameOf = (actorId: string | null) =>
      actorId === null ? null : (names.get(actorId) ?? actorId);
    await recordAudit(tx, { action: 'order.viewed', subject: order.id });
    const currency = order.currency as Currency;
    const mayMove = isAdmitted(ctx.actor, 'production');
    const mayRefund = isAdmitted(ctx.actor, 'finance');
    const refundableMinor = mayRefund ? refundableMinorOf(order) : 0;
    const moves = mayMove ? staffMoves(order) : [];
    const isCancelWithheld = !mayRefund && moves.includes('CANCELLED') && givesMoneyBack(order);
    const view = presentOrder(order, input.locale);
    return {
      ...view,
      items: view.items.map((item, index) => presentStaffItem(item, order.items[index])),
      mayMove,
      moves: isCancelWithheld ? moves.filter((to) => to !== 'CANCELLED') : moves,
      isCancelWithheld,
      refundable: money(refundableMinor, currency),
      canHold: mayMove && canHold(order.status),
      hold: order.heldAt
        ? { since: order.heldAt.toISOString(), reason: order.heldReason ?? '' }
        : null,
      customer: {
        id: order.ownerId,
        name: owner?.name ?? null,
        email: owner?.email ?? null,
        orderCount: owner?._count.orders ?? 0,
      },
      events: order.events.map((event) => {
        const { at, amount } = presentEvent(event, currency);
        const { text, reason, code } = event.data as Record<string, unknown>;
        return {
          id: event.id,
          at,
          kind: event.kind,
          fromStatus: event.fromStatus,
          toStatus: event.toStatus,
          isInternal: event.isInternal,
          actor: nameOf(event.actorId),
          amount,
          reason: textOf(reason) ?? textOf(code),
          text: textOf(text),
        };
      }),
      audit: audit.map((row) => ({
        id: row.id,
        at: row.createdAt.toISOString(),
        action: row.action,
        actor: nameOf(row.actorId),
      })),
    };
  });
}

/** A number for the whole order is asked for only where one parcel waits; several are sent one by one. */
function staffMoves(order: OrderRow): OrderStatus[] {
  const moves = movesOf(order.status, 'staff');
  return unsentParcels(order).length === 1 ? moves : moves.filter((to) => to !== 'SHIPPED');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function presentStaffItem(
  view: OrderView['items'][number],
  row: OrderRow['items'][number] | undefined,
): StaffItem {
  if (!row) throw new Error(`order item ${view.id} has its row`);
  return {
    ...view,
    paper: row.product.paper,
    fileSha256: row.fileSha256,
    fileBytes: row.proof.fileBytes ?? 0,
    ...presentFindings(row.preflight),
  };
}
