import { addDays, startOfDay } from '@/lib/core/plain-date';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { NEEDS_PERSON } from '@/lib/payments/process-payment-event';
import type { EventFilter } from './schema';

/** Fields of an event's subject that name a provider's thing. */
const SUBJECT_FIELDS = ['checkoutId', 'refundId', 'externalPaymentId', 'disputeId', 'requestId'];

/** One of our payments is found by what its till calls it. */
export async function namesOf(ctx: ReadCtx, search: string): Promise<string[]> {
  if (!search.startsWith('pay_')) return [search];
  const payment = await ctx.db.payment.findUnique({
    where: { id: search },
    select: { externalId: true, externalPaymentId: true },
  });
  return [search, payment?.externalId, payment?.externalPaymentId].flatMap((name) => name ?? []);
}

const NAMED_MAX = 500;

/** Ids of events that are about one of these things, by the index of what they are about. */
async function findAbout(ctx: ReadCtx, names: readonly string[]): Promise<string[]> {
  const wishes = names.flatMap((name) =>
    SUBJECT_FIELDS.map((field) => Prisma.sql`"subject" @> ${{ [field]: name }}::jsonb`),
  );
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select "id" from "WebhookEvent" where ${Prisma.join(wishes, ' or ')} limit ${NAMED_MAX}`;
  return rows.map(({ id }) => id);
}

async function eventWhere(
  ctx: ReadCtx,
  filter: EventFilter,
  names: readonly string[],
): Promise<Prisma.WebhookEventWhereInput> {
  const { provider, state, search, from, to } = filter;
  const begins = likeLiteral(search);
  return {
    ...(provider ? { provider } : {}),
    ...(state === 'waiting' ? { processedAt: null } : {}),
    ...(state === 'done' ? { processedAt: { not: null } } : {}),
    ...(state === 'person' ? { outcome: { startsWith: NEEDS_PERSON } } : {}),
    ...(from || to
      ? {
          receivedAt: {
            ...(from ? { gte: startOfDay(from, WORKSHOP_TIME_ZONE) } : {}),
            ...(to ? { lt: startOfDay(addDays(to, 1), WORKSHOP_TIME_ZONE) } : {}),
          },
        }
      : {}),
    ...(search
      ? {
          OR: [
            { id: { in: [search, ...(await findAbout(ctx, names))] } },
            { externalId: { startsWith: begins } },
            { type: { startsWith: begins } },
          ],
        }
      : {}),
  };
}

const NEWEST_FIRST = [
  { receivedAt: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.WebhookEventOrderByWithRelationInput[];
const OLDEST_FIRST = [
  { receivedAt: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.WebhookEventOrderByWithRelationInput[];

/** One page, and one row more when there is a next page. */
export async function findEvents(
  ctx: ReadCtx,
  filter: EventFilter,
  names: readonly string[],
  pageSize: number,
) {
  return ctx.db.webhookEvent.findMany({
    where: await eventWhere(ctx, filter, names),
    omit: { body: true },
    orderBy: filter.sort === 'received' ? OLDEST_FIRST : NEWEST_FIRST,
    skip: (filter.page - 1) * pageSize,
    take: pageSize + 1,
  });
}

/** One step of the index for each. */
export async function findEventProviders(ctx: ReadCtx): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ provider: string }[]>`
    with recursive step as (
      (select "provider" from "WebhookEvent" order by "provider" limit 1)
      union all
      select (select e."provider" from "WebhookEvent" e where e."provider" > step."provider"
        order by e."provider" limit 1) from step where step."provider" is not null
    ) select "provider" from step where "provider" is not null`;
  return rows.map(({ provider }) => provider);
}

export function findEvent(ctx: ReadCtx, id: string) {
  return ctx.db.webhookEvent.findUnique({ where: { id } });
}

/** The payment that an event is about, with its order. */
export function findPaymentOfEvent(
  ctx: ReadCtx,
  provider: 'STRIPE' | 'MONOBANK' | 'TELEGRAM',
  names: { checkoutId: string | null; externalPaymentId: string | null; refundId: string | null },
) {
  const { checkoutId, externalPaymentId, refundId } = names;
  const or: Prisma.PaymentWhereInput[] = [
    ...(checkoutId ? [{ externalId: checkoutId }] : []),
    ...(externalPaymentId ? [{ externalPaymentId }] : []),
    ...(refundId ? [{ refunds: { some: { externalId: refundId } } }] : []),
  ];
  if (or.length === 0) return null;
  return ctx.db.payment.findFirst({
    where: { provider, OR: or },
    select: { id: true, status: true, order: { select: { id: true, number: true } } },
  });
}

/** The event counts as not worked off again. */
export async function reopenEvent(tx: TxCtx, id: string): Promise<void> {
  await tx.db.webhookEvent.updateMany({
    where: { id },
    data: { processedAt: null, outcome: null },
  });
}
