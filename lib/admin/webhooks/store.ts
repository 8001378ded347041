import { addDays } from '@/lib/core/plain-date';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';
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

function eventWhere(filter: EventFilter, names: readonly string[]): Prisma.WebhookEventWhereInput {
  const { provider, state, search, from, to } = filter;
  return {
    ...(provider ? { provider } : {}),
    ...(state === 'waiting' ? { processedAt: null } : {}),
    ...(state === 'done' ? { processedAt: { not: null } } : {}),
    ...(state === 'person' ? { outcome: { startsWith: NEEDS_PERSON } } : {}),
    ...(from || to
      ? {
          receivedAt: {
            ...(from ? { gte: toDateColumn(from) } : {}),
            ...(to ? { lt: toDateColumn(addDays(to, 1)) } : {}),
          },
        }
      : {}),
    ...(search
      ? {
          OR: [
            { id: search },
            { externalId: { startsWith: search.replace(/[\\%_]/g, '\\$&') } },
            { type: { startsWith: search.replace(/[\\%_]/g, '\\$&') } },
            ...names.flatMap((name) =>
              SUBJECT_FIELDS.map((field) => ({ subject: { path: [field], equals: name } })),
            ),
          ],
        }
      : {}),
  };
}

/** One page, and one row more when there is a next page. */
export function findEvents(
  ctx: ReadCtx,
  filter: EventFilter,
  names: readonly string[],
  pageSize: number,
) {
  return ctx.db.webhookEvent.findMany({
    where: eventWhere(filter, names),
    omit: { body: true },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    skip: (filter.page - 1) * pageSize,
    take: pageSize + 1,
  });
}

export async function findEventProviders(ctx: ReadCtx): Promise<string[]> {
  const rows = await ctx.db.webhookEvent.findMany({
    distinct: ['provider'],
    select: { provider: true },
    orderBy: { provider: 'asc' },
  });
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
