import type { ReadCtx } from '@/lib/db/context';

const LIST_MAX = 20;

type DaySum = { day: string; currency: string; taken: bigint; returned: bigint };

/**
 * What the tills took and gave back, by the workshop's day and currency. A refund counts on the day on which it was
 * asked for; one that failed does not count.
 */
export function sumMoneyByDay(ctx: ReadCtx, since: Date, timeZone: string): Promise<DaySum[]> {
  return ctx.db.$queryRaw<DaySum[]>`
    with flow as (
      select "settledAt" as at, currency, "amountMinor" as taken, 0 as returned
      from "Payment"
      where provider in ('STRIPE', 'MONOBANK') and "settledAt" >= ${since}
        and status = 'PAID' and "quarantineReason" is null
      union all
      select r."createdAt", p.currency, 0, r."amountMinor"
      from "Refund" r join "Payment" p on p.id = r."paymentId"
      where r.status in ('REQUESTED', 'SUCCEEDED') and r."createdAt" >= ${since}
        and p.provider in ('STRIPE', 'MONOBANK') and p."quarantineReason" is null
    )
    select to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day, currency,
      sum(taken)::bigint as taken, sum(returned)::bigint as returned
    from flow group by 1, 2`;
}

export type FunnelRow = {
  made: number;
  proofed: number;
  inCart: number;
  ordered: number;
  paid: number;
};

/** How far the calendars got that were begun since then: each step counts those that got further too. */
export async function countFunnel(ctx: ReadCtx, since: Date): Promise<FunnelRow> {
  const [row] = await ctx.db.$queryRaw<FunnelRow[]>`
    with begun as (select id from "Calendar" where "createdAt" >= ${since}),
    bought as (
      select i."calendarId" as id, bool_or(o."paidAt" is not null) as "isPaid"
      from "OrderItem" i join "Order" o on o.id = i."orderId"
      where i."calendarId" in (select id from begun) group by 1
    ),
    step as (
      select b.id is not null as bought, coalesce(b."isPaid", false) as paid,
        c.id in (select "calendarId" from "CartItem") as carted,
        c.id in (
          select "calendarId" from "Proof" where "createdAt" >= ${since} and kind = 'PRINT' and status = 'READY'
        ) as proofed
      from begun c left join bought b on b.id = c.id
    )
    select count(*)::int as made,
      count(*) filter (where proofed or carted or bought)::int as proofed,
      count(*) filter (where carted or bought)::int as "inCart",
      count(*) filter (where bought)::int as ordered,
      count(*) filter (where paid)::int as paid
    from step`;
  return row ?? { made: 0, proofed: 0, inCart: 0, ordered: 0, paid: 0 };
}

/** The orders that were paid last, with everything that they cost. */
export function findPaidOrders(ctx: ReadCtx, take: number) {
  return ctx.db.order.findMany({
    where: { paidAt: { not: null }, status: { notIn: ['CANCELLED', 'EXPIRED'] } },
    include: {
      items: {
        include: {
          product: { select: { kind: true, prices: true } },
          pictures: {
            include: {
              picture: {
                select: {
                  generation: { select: { stars: true } },
                  upscales: { where: { status: 'COMPLETED' }, select: { stars: true } },
                },
              },
            },
          },
        },
      },
      parcels: { select: { id: true } },
      payments: true,
      certificateEntries: { where: { kind: 'RETURN' } },
      printJobs: { where: { status: { notIn: ['CANCELLED', 'REJECTED', 'FAILED'] } } },
      shipments: { where: { status: { not: 'CANCELLED' } } },
    },
    orderBy: { paidAt: 'desc' },
    take,
  });
}

export type PaidOrderRow = Awaited<ReturnType<typeof findPaidOrders>>[number];

export function findLastStarCheck(ctx: ReadCtx) {
  return ctx.db.starCheck.findFirst({ orderBy: { createdAt: 'desc' } });
}

export async function readEventLag(
  ctx: ReadCtx,
): Promise<{ waiting: number; oldest: Date | null }> {
  const { _count, _min } = await ctx.db.webhookEvent.aggregate({
    where: { processedAt: null },
    _count: { _all: true },
    _min: { receivedAt: true },
  });
  return { waiting: _count._all, oldest: _min.receivedAt };
}

export function findOpenDisputes(ctx: ReadCtx) {
  return ctx.db.dispute.findMany({
    where: { status: 'OPEN' },
    include: { payment: { select: { order: { select: { id: true, number: true } } } } },
    orderBy: { openedAt: 'desc' },
    take: LIST_MAX,
  });
}

export function findOpenFindings(ctx: ReadCtx) {
  return ctx.db.reconciliationFinding.findMany({
    where: { resolvedAt: null },
    orderBy: { foundAt: 'desc' },
    take: LIST_MAX,
  });
}
