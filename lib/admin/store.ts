import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { NOBODY } from '@/lib/messages/store';
import { NEEDS_PERSON } from '@/lib/payments/process-payment-event';

const PEOPLE_LIST_MAX = 20;

export function countOrdersByStatus(ctx: ReadCtx) {
  return ctx.db.order.groupBy({ by: ['status'], _count: { _all: true } });
}

export function findOwner(ctx: ReadCtx, ownerId: string) {
  return ctx.db.user.findUnique({
    where: { id: ownerId },
    select: {
      id: true,
      email: true,
      name: true,
      createdAt: true,
      _count: { select: { orders: true } },
    },
  });
}

export function findActors(ctx: ReadCtx, ids: string[]) {
  return ctx.db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, email: true, role: true },
  });
}

export function findAuditOf(ctx: ReadCtx, subject: string) {
  return ctx.db.auditEvent.findMany({
    where: { subject },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
}

export function findPrintItem(ctx: ReadCtx, orderId: string, orderItemId: string) {
  return ctx.db.orderItem.findFirst({
    where: { id: orderItemId, orderId },
    include: { proof: true, order: { select: { number: true } } },
  });
}

export function findRefundOfOrder(ctx: ReadCtx, orderId: string, refundId: string) {
  return ctx.db.refund.findFirst({ where: { id: refundId, payment: { orderId } } });
}

/**
 * Failed refunds of orders that nobody has repeated: the repetition has the failed one's id in its key. Stars come back
 * by themselves when their refund fails.
 */
export async function findFailedRefunds(ctx: ReadCtx) {
  const failed = await ctx.db.refund.findMany({
    where: { status: 'FAILED', payment: { purpose: 'ORDER' } },
    include: { payment: { include: { order: { select: { id: true, number: true } } } } },
    orderBy: { createdAt: 'desc' },
    take: PEOPLE_LIST_MAX * 5,
  });
  const repeated = await ctx.db.refund.findMany({
    where: {
      idempotencyKey: {
        in: failed.map(({ id, paymentId }) => `refund:${paymentId}:retry:${id}`),
      },
    },
    select: { idempotencyKey: true },
  });
  const keys = new Set(repeated.map(({ idempotencyKey }) => idempotencyKey));
  return failed
    .filter(({ id, paymentId }) => !keys.has(`refund:${paymentId}:retry:${id}`))
    .slice(0, PEOPLE_LIST_MAX);
}

export function findQuarantinedPayments(ctx: ReadCtx) {
  return ctx.db.payment.findMany({
    where: {
      quarantineReason: { not: null },
      OR: [{ takenMinor: null }, { takenMinor: { gt: ctx.db.payment.fields.refundedMinor } }],
    },
    include: { order: { select: { id: true, number: true } } },
    orderBy: { createdAt: 'desc' },
    take: PEOPLE_LIST_MAX,
  });
}

export function findFailedMails(ctx: ReadCtx) {
  return ctx.db.outboxMessage.findMany({
    where: { status: 'FAILED', recipient: { not: NOBODY } },
    select: { id: true, template: true, createdAt: true, attempts: true },
    orderBy: { createdAt: 'desc' },
    take: PEOPLE_LIST_MAX,
  });
}

export function findFailedProofs(ctx: ReadCtx) {
  return ctx.db.proof.findMany({
    where: { status: 'FAILED', kind: { in: ['PRINT', 'DIGITAL'] } },
    select: { id: true, calendarId: true, failureCode: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: PEOPLE_LIST_MAX,
  });
}

/** Parcels that the carrier cannot hand over, and those of cancelled orders that it did not give up. */
export async function findProblemShipments(ctx: ReadCtx) {
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select "id" from "Shipment" where "status" = 'PROBLEM'
    union select s."id" from "OrderEvent" e
      join "Order" o on o."id" = e."orderId" join "Shipment" s on s."orderId" = o."id"
      where e."kind" = 'waybill_kept' and o."status" = 'CANCELLED'
        and s."status" in ('LABELLED', 'IN_TRANSIT', 'READY_FOR_PICKUP')
    order by "id" desc limit ${PEOPLE_LIST_MAX}`;
  return ctx.db.shipment.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { order: { select: { id: true, number: true } } },
    orderBy: { id: 'desc' },
  });
}

/** Events that a person has to look at, and events that the queue gave up on. */
export function findStuckEvents(ctx: ReadCtx, receivedBefore: Date) {
  return ctx.db.webhookEvent.findMany({
    where: {
      OR: [
        { outcome: { startsWith: NEEDS_PERSON } },
        { processedAt: null, receivedAt: { lt: receivedBefore } },
      ],
    },
    select: { id: true, type: true, externalId: true, outcome: true, receivedAt: true },
    orderBy: { receivedAt: 'desc' },
    take: PEOPLE_LIST_MAX,
  });
}

export function findHolidays(ctx: ReadCtx, country: string | null) {
  return ctx.db.holiday.findMany({
    where: { deletedAt: null, ...(country ? { country } : {}) },
    orderBy: [{ country: 'asc' }, { createdAt: 'asc' }],
  });
}

export function insertHoliday(tx: TxCtx, data: Prisma.HolidayUncheckedCreateInput) {
  return tx.db.holiday.create({ data });
}

export async function markHolidayDeleted(tx: TxCtx, holidayId: string): Promise<boolean> {
  const { count } = await tx.db.holiday.updateMany({
    where: { id: holidayId, deletedAt: null },
    data: { deletedAt: tx.clock.now() },
  });
  return count === 1;
}

export function findAllProducts(ctx: ReadCtx) {
  return ctx.db.product.findMany({
    include: { prices: { include: { steps: { orderBy: { fromCopies: 'asc' } } } } },
    orderBy: { sortOrder: 'asc' },
  });
}

export function findAnyProduct(ctx: ReadCtx, productId: string) {
  return ctx.db.product.findUnique({
    where: { id: productId },
    include: { prices: { include: { steps: { orderBy: { fromCopies: 'asc' } } } } },
  });
}

export async function setProductActive(
  tx: TxCtx,
  productId: string,
  isActive: boolean,
): Promise<void> {
  await tx.db.product.update({ where: { id: productId }, data: { isActive } });
}

export async function setPrice(
  tx: TxCtx,
  price: { id: string; productId: string; currency: string; amountMinor: number },
): Promise<void> {
  const { productId, currency, amountMinor } = price;
  await tx.db.price.upsert({
    where: { productId_currency: { productId, currency } },
    create: price,
    update: { amountMinor },
  });
}
