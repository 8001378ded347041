import { addDays, dayAt, partsOf, startOfDay } from '@/lib/core/plain-date';
import type { ReadCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { orderNumber } from '@/lib/orders/order-number';
import type { BoardFilter, BoardSort } from './schema';

/** More are not counted: the answer stays fast and a person narrows the filter anyway. */
export const COUNT_MAX = 10_000;

/** A search that finds no more than these is rare. */
const RARE_MAX = 500;

/** The first year of orders; a bare running number is looked up in every year since. */
const FIRST_YEAR = 2026;

/**
 * A word in the ways people write it. A database with the "C" locale, as the embedded one, knows capitals of the Latin
 * alphabet only, so "олена" would not find "Олена".
 */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  const titled = lower.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return [...new Set([word, lower, titled, word.toUpperCase()])];
}

/** All words of the search must begin words of the name. Letters and digits only, so nothing needs quoting. */
function nameQuery(search: string): string | null {
  const words = search.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  return words
    .map(
      (word) =>
        `(${spellings(word)
          .map((spelling) => `'${spelling}':*`)
          .join('|')})`,
    )
    .join('&');
}

/**
 * Queries for the ids of orders that a search finds, each by an index of migration 0005; an order may be found by several.
 */
function lookUps(search: string, now: Date): Prisma.Sql[] {
  const begins = `${likeLiteral(search.toLowerCase())}%`;
  const name = nameQuery(search);
  const branches = [
    Prisma.sql`select "id" from "Order" where lower("number") like ${begins}`,
    Prisma.sql`select "id" from "Order" where lower("contactEmail") like ${begins}`,
    Prisma.sql`select "orderId" from "Shipment"
      where "trackingNumber" <> '' and lower("trackingNumber") like ${begins}`,
  ];
  if (name !== null) {
    branches.push(Prisma.sql`select "orderId" from "Parcel"
      where recipient_words("address") @@ to_tsquery('pg_catalog.simple', ${name})`);
  }
  if (/^\d{1,6}$/.test(search)) {
    const years = partsOf(dayAt(now, 'UTC')).year + 2 - FIRST_YEAR;
    const numbers = Array.from({ length: years }, (_, index) =>
      orderNumber(new Date(Date.UTC(FIRST_YEAR + index, 6)), Number(search)),
    );
    branches.push(Prisma.sql`select "id" from "Order" where "number" = any(${numbers})`);
  }
  return branches;
}

/**
 * The condition of a search. A rare one is looked up first: the database cannot foresee how rare the beginning of a word
 * is, and would walk through all orders in the order of the page to find the few.
 */
async function searched(ctx: ReadCtx, search: string): Promise<Prisma.Sql> {
  const queries = lookUps(search, ctx.clock.now());
  const some = await ctx.db.$queryRaw<{ id: string }[]>`
    select "id" from (${Prisma.join(queries, ' union all ')}) as "found" limit ${RARE_MAX + 1}`;
  // Without "all": the ids are then known as different, and the plan looks each up once.
  if (some.length > RARE_MAX) return Prisma.sql`o."id" in (${Prisma.join(queries, ' union ')})`;
  return Prisma.sql`o."id" = any(${[...new Set(some.map(({ id }) => id))]})`;
}

/** Ids of orders where something does not go on by itself: the same that the staff's home page lists. */
const NEEDS_PERSON = Prisma.sql`(
  select "orderId" from "Payment"
    where "quarantineReason" is not null and "orderId" is not null
      and ("takenMinor" is null or "refundedMinor" < "takenMinor")
  union select p."orderId" from "Refund" r join "Payment" p on p."id" = r."paymentId"
    where r."status" = 'FAILED' and p."orderId" is not null and not exists (
      select 1 from "Refund" again
      where again."idempotencyKey" = 'refund:' || r."paymentId" || ':retry:' || r."id")
  union select p."orderId" from "Dispute" d join "Payment" p on p."id" = d."paymentId"
    where d."status" = 'OPEN' and p."orderId" is not null
  union select "orderId" from "Shipment" where "status" = 'PROBLEM'
  union select "orderId" from "Claim" where "status" = 'OPEN'
  union select j."orderId" from "PrintJob" j
    join "Order" jo on jo."id" = j."orderId"
    left join "Claim" c on c."id" = j."claimId"
    where j."status" in ('REJECTED', 'FAILED')
      and (case when j."claimId" is null then jo."status" = 'IN_PRODUCTION' else c."status" = 'REPRINT' end)
      and not exists (
        select 1 from "PrintJob" other
        where other."parcelId" = j."parcelId" and other."claimId" is not distinct from j."claimId"
          and other."status" not in ('REJECTED', 'FAILED', 'CANCELLED')))`;

async function matching(ctx: ReadCtx, filter: BoardFilter): Promise<Prisma.Sql> {
  const { search, status, country, currency, till, method, held, person, from, to } = filter;
  const wishes: Prisma.Sql[] = [Prisma.sql`true`];
  if (status) wishes.push(Prisma.sql`o."status" = ${status}::"OrderStatus"`);
  if (country) wishes.push(Prisma.sql`o."country" = ${country}`);
  if (currency) wishes.push(Prisma.sql`o."currency" = ${currency}`);
  if (from)
    wishes.push(Prisma.sql`o."placedAt" >= ${startOfDay(from, WORKSHOP_TIME_ZONE)}::timestamptz`);
  const end = to && startOfDay(addDays(to, 1), WORKSHOP_TIME_ZONE);
  if (end) wishes.push(Prisma.sql`o."placedAt" < ${end}::timestamptz`);
  if (held === 'yes') wishes.push(Prisma.sql`o."heldAt" is not null`);
  if (held === 'no') wishes.push(Prisma.sql`o."heldAt" is null`);
  if (till) {
    wishes.push(Prisma.sql`exists (select 1 from "Payment" p where p."orderId" = o."id"
      and p."provider" = ${till}::"PaymentProvider"
      and (p."status" = 'PAID' or o."status" = 'AWAITING_PAYMENT'))`);
  }
  if (method) {
    wishes.push(Prisma.sql`exists (select 1 from "Parcel" p
      where p."orderId" = o."id" and p."method" = ${method})`);
  }
  if (person) wishes.push(Prisma.sql`o."id" in ${NEEDS_PERSON}`);
  if (search) wishes.push(await searched(ctx, search));
  return Prisma.join(wishes, ' and ');
}

const ORDERS: Record<BoardSort, Prisma.Sql> = {
  '-placed': Prisma.sql`o."placedAt" desc, o."id" desc`,
  placed: Prisma.sql`o."placedAt", o."id"`,
  '-total': Prisma.sql`o."totalMinor" desc, o."id" desc`,
  total: Prisma.sql`o."totalMinor", o."id"`,
  '-arrives': Prisma.sql`o."arrivesBy" desc nulls last, o."id" desc`,
  arrives: Prisma.sql`o."arrivesBy", o."id"`,
};

/** Ids of one page in its order, and how many fit: above COUNT_MAX, COUNT_MAX + 1. */
export async function findBoardPage(
  ctx: ReadCtx,
  filter: BoardFilter,
  take: number,
): Promise<{ ids: string[]; count: number }> {
  const condition = await matching(ctx, filter);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select o."id" from "Order" o where ${condition}
    order by ${ORDERS[filter.sort]} limit ${take} offset ${(filter.page - 1) * take}`;
  const [counted] = await ctx.db.$queryRaw<{ count: bigint }[]>`
    select count(*) as "count" from (
      select 1 from "Order" o where ${condition} limit ${COUNT_MAX + 1}
    ) as "some"`;
  return { ids: rows.map(({ id }) => id), count: Number(counted?.count ?? 0) };
}

/** The next orders of a list from the newest to the oldest, whatever the filter's own sort. */
export async function findIdsBefore(
  ctx: ReadCtx,
  filter: BoardFilter,
  last: { placedAt: Date; id: string } | null,
  take: number,
): Promise<string[]> {
  const before = last
    ? Prisma.sql`(o."placedAt", o."id") < (${last.placedAt}::timestamptz, ${last.id})`
    : Prisma.sql`true`;
  const condition = await matching(ctx, filter);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select o."id" from "Order" o where ${condition} and ${before}
    order by o."placedAt" desc, o."id" desc limit ${take}`;
  return rows.map(({ id }) => id);
}

/** Which of these orders wait for a person. */
export async function findWaitingForPerson(
  ctx: ReadCtx,
  orderIds: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select o."id" from "Order" o where o."id" = any(${[...orderIds]}) and o."id" in ${NEEDS_PERSON}`;
  return new Set(rows.map(({ id }) => id));
}

/** What the board shows of each, without the calendars themselves; in the order of the ids. */
export async function findBoardRows(ctx: ReadCtx, orderIds: readonly string[]) {
  const rows = await ctx.db.order.findMany({
    where: { id: { in: [...orderIds] } },
    select: {
      id: true,
      number: true,
      status: true,
      placedAt: true,
      paidAt: true,
      arrivesBy: true,
      heldAt: true,
      heldReason: true,
      country: true,
      contactEmail: true,
      currency: true,
      itemsMinor: true,
      wrapMinor: true,
      deliveryMinor: true,
      discountMinor: true,
      taxMinor: true,
      totalMinor: true,
      certificateMinor: true,
      items: { select: { title: true, quantity: true }, orderBy: { id: 'asc' } },
      parcels: {
        select: { address: true, method: true, position: true },
        orderBy: { position: 'asc' },
      },
      shipments: {
        where: { trackingNumber: { not: '' }, status: { not: 'CANCELLED' } },
        select: { trackingNumber: true },
        orderBy: { id: 'asc' },
      },
      payments: {
        select: { provider: true, status: true, refundedMinor: true },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return orderIds.flatMap((id) => byId.get(id) ?? []);
}
export type StoredBoardRow = Awaited<ReturnType<typeof findBoardRows>>[number];

/** Countries of all orders, one step of the index for each. */
export async function findOrderCountries(ctx: ReadCtx): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ country: string }[]>`
    with recursive step as (
      (select "country" from "Order" order by "country" limit 1)
      union all
      select (select o."country" from "Order" o where o."country" > step."country"
        order by o."country" limit 1) from step where step."country" is not null
    ) select "country" from step where "country" is not null`;
  return rows.map(({ country }) => country);
}
