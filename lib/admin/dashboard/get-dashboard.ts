import { isAdmitted } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import { CURRENCIES, type Currency, type Money, money } from '@/lib/core/money';
import { addDays, dayAt, type PlainDate } from '@/lib/core/plain-date';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { ORDER_STATUSES, type OrderStatus } from '@/lib/orders/order-states';
import { readSetting } from '@/lib/settings/read-setting';
import { countJobs } from '../jobs/job-store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { countOrdersByStatus } from '../store';
import {
  countFunnel,
  type FunnelRow,
  findLastStarCheck,
  findPaidOrders,
  readEventLag,
  sumMoneyByDay,
} from './dashboard-store';
import { findWaiting, type WaitingThing } from './find-waiting';
import { marginOf, type OrderMargin } from './margin';

/** Days that the charts look back, today included. */
export const DAYS_SHOWN = 30;
const MARGINS_SHOWN = 12;

export type CurrencyRevenue = {
  currency: Currency;
  /** What the tills took, tax included, and what they gave back. */
  taken: Money;
  returned: Money;
  /** One a day, the oldest first, today last. */
  days: { day: PlainDate; taken: Money; returned: Money }[];
};

/** Each part is null for whoever may not see it. */
export type Dashboard = {
  counts: Record<OrderStatus, number> | null;
  waiting: WaitingThing[];
  revenue: CurrencyRevenue[] | null;
  margins: ({ order: { id: Id<'order'>; number: string } } & OrderMargin)[] | null;
  funnel: FunnelRow | null;
  queues: { waiting: number; oldest: string | null; failed: number } | null;
  /** The newest check of the stars' ledger; its own null is that none has run yet. */
  ledger: { check: { at: string; accounts: number; violations: number } | null } | null;
  events: { waiting: number; oldest: string | null } | null;
};

/**
 * How the business stands, as much of it as the reader's desks may know: orders for those who work on them, money for
 * the accountants, queues for admins.
 * @throws DomainError "account.not_allowed"
 */
export async function getDashboard(ctx: Ctx): Promise<Dashboard> {
  requireStaff(ctx, 'staff');
  return inTransaction(ctx, async (tx) => {
    const seesOrders = isAdmitted(tx.actor, 'orders');
    const seesMoney = isAdmitted(tx.actor, 'finance');
    const seesAll = isAdmitted(tx.actor, 'admin');
    const today = dayAt(tx.clock.now(), WORKSHOP_TIME_ZONE);
    const dashboard: Dashboard = {
      counts: seesOrders ? await countStates(tx) : null,
      waiting: await findWaiting(tx),
      revenue: seesMoney ? await readRevenue(tx, today) : null,
      margins: seesMoney ? await readMargins(tx) : null,
      funnel:
        seesOrders || isAdmitted(tx.actor, 'content')
          ? await countFunnel(tx, toDateColumn(addDays(today, 1 - DAYS_SHOWN)))
          : null,
      queues: seesAll ? await readQueues(tx) : null,
      ledger: seesMoney ? { check: await readLedger(tx) } : null,
      events: seesMoney ? await readEvents(tx) : null,
    };
    await recordAudit(tx, { action: 'home.viewed', subject: 'home' });
    return dashboard;
  });
}

async function countStates(tx: TxCtx): Promise<Record<OrderStatus, number>> {
  const counts = Object.fromEntries(ORDER_STATUSES.map((status) => [status, 0])) as Record<
    OrderStatus,
    number
  >;
  for (const row of await countOrdersByStatus(tx)) counts[row.status] = row._count._all;
  return counts;
}

async function readRevenue(tx: TxCtx, today: PlainDate): Promise<CurrencyRevenue[]> {
  const first = addDays(today, 1 - DAYS_SHOWN);
  // A day early, because the workshop's day begins before the one in UTC.
  const rows = await sumMoneyByDay(tx, toDateColumn(addDays(first, -1)), WORKSHOP_TIME_ZONE);
  const used = new Set(rows.filter(({ day }) => day >= first).map(({ currency }) => currency));
  return CURRENCIES.filter((currency) => used.has(currency)).map((currency) => {
    const days = Array.from({ length: DAYS_SHOWN }, (_, index) => {
      const day = addDays(first, index);
      const row = rows.find((one) => one.day === day && one.currency === currency);
      return {
        day,
        taken: money(Number(row?.taken ?? 0), currency),
        returned: money(Number(row?.returned ?? 0), currency),
      };
    });
    const total = (pick: (day: (typeof days)[number]) => Money) =>
      money(
        days.reduce((sum, day) => sum + pick(day).amountMinor, 0),
        currency,
      );
    return {
      currency,
      taken: total(({ taken }) => taken),
      returned: total(({ returned }) => returned),
      days,
    };
  });
}

async function readMargins(tx: TxCtx): Promise<NonNullable<Dashboard['margins']>> {
  const starCost = await readSetting(tx, 'star_cost');
  return (await findPaidOrders(tx, MARGINS_SHOWN)).map((order) => ({
    order: { id: order.id as Id<'order'>, number: order.number },
    ...marginOf(order, starCost[order.currency as Currency]),
  }));
}

async function readQueues(tx: TxCtx): Promise<NonNullable<Dashboard['queues']>> {
  const rows = await countJobs(tx, tx.clock.now());
  const oldest = rows.flatMap((row) => row.oldest?.toISOString() ?? []).sort()[0];
  return {
    waiting: rows.reduce((sum, { waiting }) => sum + waiting, 0),
    oldest: oldest ?? null,
    failed: rows.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function readLedger(tx: TxCtx): Promise<NonNullable<Dashboard['ledger']>['check']> {
  const row = await findLastStarCheck(tx);
  return (
    row && {
      at: row.createdAt.toISOString(),
      accounts: row.accounts,
      violations: Array.isArray(row.violations) ? row.violations.length : 0,
    }
  );
}

async function readEvents(tx: TxCtx): Promise<NonNullable<Dashboard['events']>> {
  const { waiting, oldest } = await readEventLag(tx);
  return { waiting, oldest: oldest?.toISOString() ?? null };
}
