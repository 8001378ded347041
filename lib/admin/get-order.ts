import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { movesOf, type OrderStatus } from '@/lib/orders/order-states';
import { type OrderView, presentEvent, presentOrder } from '@/lib/orders/present-order';
import { lockOrder, type OrderRow } from '@/lib/orders/store';
import { presentFindings, type StaffReport } from './present-findings';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findActors, findAuditOf, findOwner } from './store';

export type StaffRefund = {
  id: Id<'refund'>;
  status: 'REQUESTED' | 'SUCCEEDED' | 'FAILED';
  amount: Money;
  reason: string;
  failureCode: string | null;
  /** Failed and not repeated yet. */
  canRetry: boolean;
  createdAt: string;
};

export type StaffPayment = {
  id: Id<'payment'>;
  status: string;
  amount: Money;
  refunded: Money;
  externalId: string | null;
  externalPaymentId: string | null;
  quarantineReason: string | null;
  createdAt: string;
  refunds: StaffRefund[];
};

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
  moves: OrderStatus[];
  payments: StaffPayment[];
  /** What can still be given back. */
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
  requireStaff(ctx);
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
    const view = presentOrder(order, input.locale);
    return {
      ...view,
      items: view.items.map((item, index) => presentStaffItem(item, order.items[index])),
      moves: movesOf(order.status, 'staff'),
      payments: order.payments.map((payment) => presentPayment(payment, order, currency)),
      refundable: money(refundableMinor(order), currency),
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

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What of the order's paid money was neither given back nor promised back. */
export function refundableMinor(order: OrderRow): number {
  return order.payments
    .filter(({ status }) => status === 'PAID')
    .reduce((sum, { amountMinor, refundedMinor }) => sum + amountMinor - refundedMinor, 0);
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

function presentPayment(
  payment: OrderRow['payments'][number],
  order: OrderRow,
  currency: Currency,
): StaffPayment {
  const keys = new Set(
    order.payments.flatMap(({ refunds }) => refunds.map(({ idempotencyKey }) => idempotencyKey)),
  );
  return {
    id: payment.id as Id<'payment'>,
    status: payment.status,
    amount: money(payment.amountMinor, currency),
    refunded: money(payment.refundedMinor, currency),
    externalId: payment.externalId,
    externalPaymentId: payment.externalPaymentId,
    quarantineReason: payment.quarantineReason,
    createdAt: payment.createdAt.toISOString(),
    refunds: payment.refunds.map((refund) => ({
      id: refund.id as Id<'refund'>,
      status: refund.status,
      amount: money(refund.amountMinor, currency),
      reason: refund.reason,
      failureCode: refund.failureCode,
      canRetry: refund.status === 'FAILED' && !keys.has(`refund:${payment.id}:retry:${refund.id}`),
      createdAt: refund.createdAt.toISOString(),
    })),
  };
}
