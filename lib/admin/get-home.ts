import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { ORDER_STATUSES, type OrderStatus } from '@/lib/orders/order-states';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import {
  countOrdersByStatus,
  findFailedMails,
  findFailedProofs,
  findFailedRefunds,
  findQuarantinedPayments,
  findStuckEvents,
} from './store';

/** The queue gives an event up after about this long. */
const EVENT_STUCK_MS = 30 * 60_000;

/** Something that does not go on by itself. `code` has its words in admin.json under home.codes or is a provider's. */
export type WaitingThing = {
  id: string;
  kind: 'payment' | 'refund' | 'mail' | 'proof' | 'event';
  code: string;
  at: string;
  order: { id: Id<'order'>; number: string } | null;
  amount: Money | null;
};

export type StaffHome = { counts: Record<OrderStatus, number>; waiting: WaitingThing[] };

/** How many orders stand where, and what waits for a person. @throws DomainError "account.not_allowed" */
export async function getHome(ctx: Ctx): Promise<StaffHome> {
  requireStaff(ctx);
  return inTransaction(ctx, async (tx) => {
    const counts = Object.fromEntries(ORDER_STATUSES.map((status) => [status, 0])) as Record<
      OrderStatus,
      number
    >;
    for (const row of await countOrdersByStatus(tx)) counts[row.status] = row._count._all;
    const stuckBefore = new Date(tx.clock.now().getTime() - EVENT_STUCK_MS);
    const payments = await findQuarantinedPayments(tx);
    const refunds = await findFailedRefunds(tx);
    const mails = await findFailedMails(tx);
    const proofs = await findFailedProofs(tx);
    const events = await findStuckEvents(tx, stuckBefore);
    await recordAudit(tx, { action: 'home.viewed', subject: 'home' });
    const orderOf = (order: { id: string; number: string } | null) =>
      order && { id: order.id as Id<'order'>, number: order.number };
    return {
      counts,
      waiting: [
        ...payments.map((row) => ({
          id: row.id,
          kind: 'payment' as const,
          code: row.quarantineReason ?? '',
          at: row.createdAt.toISOString(),
          order: orderOf(row.order),
          amount: money(row.amountMinor, row.currency as Currency),
        })),
        ...refunds.map((row) => ({
          id: row.id,
          kind: 'refund' as const,
          code: row.failureCode ?? '',
          at: row.createdAt.toISOString(),
          order: orderOf(row.payment.order),
          amount: money(row.amountMinor, row.payment.currency as Currency),
        })),
        ...mails.map((row) => ({
          id: row.id,
          kind: 'mail' as const,
          code: row.template,
          at: row.createdAt.toISOString(),
          order: null,
          amount: null,
        })),
        ...proofs.map((row) => ({
          id: row.id,
          kind: 'proof' as const,
          code: row.failureCode ?? '',
          at: row.createdAt.toISOString(),
          order: null,
          amount: null,
        })),
        ...events.map((row) => ({
          id: row.id,
          kind: 'event' as const,
          code: row.outcome ?? row.type,
          at: row.receivedAt.toISOString(),
          order: null,
          amount: null,
        })),
      ].sort((a, b) => (a.at < b.at ? 1 : -1)),
    };
  });
}
