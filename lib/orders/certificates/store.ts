import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type {
  CertificateEntryKind,
  CertificateStatus,
  GiftCertificate,
  Prisma,
} from '@/lib/db/generated/client';
import { FORGOTTEN_NAME } from './rules';

const WITH_MONEY = {
  payment: {
    include: {
      refunds: { orderBy: { createdAt: 'asc' } },
      disputes: { where: { status: { not: 'WON' } }, select: { id: true } },
    },
  },
  entries: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.GiftCertificateInclude;

export type CertificateRow = Prisma.GiftCertificateGetPayload<{ include: typeof WITH_MONEY }>;

type Buyer = { buyerId: string };

export function findByCodeHash(ctx: ReadCtx, codeHash: string): Promise<GiftCertificate | null> {
  return ctx.db.giftCertificate.findUnique({ where: { codeHash } });
}

export function findByPayment(ctx: ReadCtx, paymentId: string): Promise<GiftCertificate | null> {
  return ctx.db.giftCertificate.findUnique({ where: { paymentId } });
}

export function findCertificateOf(
  ctx: ReadCtx,
  buyer: Buyer,
  id: string,
): Promise<CertificateRow | null> {
  return ctx.db.giftCertificate.findFirst({ where: { id, ...buyer }, include: WITH_MONEY });
}

/** Bought by this person, newest first; without those that were never paid. */
export function findCertificatesOf(
  ctx: ReadCtx,
  buyer: Buyer,
  take: number,
): Promise<CertificateRow[]> {
  return ctx.db.giftCertificate.findMany({
    where: { ...buyer, OR: [{ status: { not: 'VOID' } }, { entries: { some: {} } }] },
    include: WITH_MONEY,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
}

export function findAwaitingOf(ctx: ReadCtx, buyer: Buyer) {
  return ctx.db.giftCertificate.findMany({
    where: { ...buyer, status: 'AWAITING_PAYMENT' },
    select: { id: true, paymentId: true },
    orderBy: { id: 'asc' },
  });
}

export function findCertificateByKey(ctx: ReadCtx, buyer: Buyer, requestKey: string) {
  return ctx.db.giftCertificate.findUnique({
    where: { buyerId_requestKey: { ...buyer, requestKey } },
    include: WITH_MONEY,
  });
}

/** A certificate that this member of staff issued with this key. */
export function findIssued(ctx: ReadCtx, issuedById: string, requestKey: string) {
  return ctx.db.giftCertificate.findFirst({ where: { issuedById, requestKey, buyerId: null } });
}

/** Locked until the transaction ends: always after an order's row and before a payment's. */
export async function lockCertificate(
  tx: TxCtx,
  where: { id: string } | { id: string; buyerId: string } | { paymentId: string },
): Promise<CertificateRow | null> {
  const row = await tx.db.giftCertificate.findFirst({ where, select: { id: true } });
  if (!row) return null;
  await tx.db.$queryRaw`select 1 from "GiftCertificate" where "id" = ${row.id} for update`;
  return tx.db.giftCertificate.findUnique({ where: { id: row.id }, include: WITH_MONEY });
}

/** Puts everything that one person buys at once in a row, so that a double click buys one certificate. */
export async function lockBuyer(tx: TxCtx, buyerId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from "User" where "id" = ${buyerId} for update`;
}

export async function insertCertificate(
  tx: TxCtx,
  data: Prisma.GiftCertificateUncheckedCreateInput,
): Promise<void> {
  await tx.db.giftCertificate.create({ data });
}

export type EntryWish = {
  id: string;
  certificateId: string;
  kind: CertificateEntryKind;
  amountMinor: number;
  orderId?: string;
  idempotencyKey: string;
  actorId: string | null;
};

/** Writes one line of the account; the balance follows by itself. @returns false when the key was there already */
export async function insertEntry(tx: TxCtx, data: EntryWish): Promise<boolean> {
  const known = await tx.db.giftCertificateEntry.findUnique({
    where: { idempotencyKey: data.idempotencyKey },
    select: { id: true },
  });
  if (known) return false;
  await tx.db.giftCertificateEntry.create({ data: { ...data, createdAt: tx.clock.now() } });
  return true;
}

/** What an order took from certificates and what came back, the certificate that was used last first. */
export async function findSpent(ctx: ReadCtx, orderId: string) {
  const rows = await ctx.db.giftCertificateEntry.findMany({
    where: { orderId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const spent = new Map<string, number>();
  for (const { certificateId, amountMinor } of rows) {
    spent.set(certificateId, (spent.get(certificateId) ?? 0) - amountMinor);
  }
  return [...spent].map(([certificateId, openMinor]) => ({ certificateId, openMinor }));
}

/** Orders that a certificate pays for, in the order in which everybody locks them. */
export async function findOrdersPaidWith(ctx: ReadCtx, certificateId: string): Promise<string[]> {
  const rows = await ctx.db.giftCertificateEntry.groupBy({
    by: ['orderId'],
    where: { certificateId, orderId: { not: null } },
    _sum: { amountMinor: true },
    orderBy: { orderId: 'asc' },
  });
  return rows.flatMap(({ orderId, _sum }) =>
    orderId !== null && (_sum.amountMinor ?? 0) < 0 ? [orderId] : [],
  );
}

/** Locks an order's row, where all that comes back to its certificates is decided one after the other. */
export async function lockOrderRow(tx: TxCtx, orderId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from "Order" where "id" = ${orderId} for update`;
}

export async function currencyOfOrder(tx: TxCtx, orderId: string): Promise<string> {
  const { currency } = await tx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { currency: true },
  });
  return currency;
}

export function findEntriesByKeys(ctx: ReadCtx, keys: string[]) {
  return ctx.db.giftCertificateEntry.findMany({
    where: { idempotencyKey: { in: keys } },
    select: { amountMinor: true },
  });
}

export async function setCertificateStatus(
  tx: TxCtx,
  id: string,
  from: CertificateStatus,
  to: CertificateStatus,
): Promise<boolean> {
  const { count } = await tx.db.giftCertificate.updateMany({
    where: { id, status: from },
    data: { status: to },
  });
  return count === 1;
}

export async function setExpiry(tx: TxCtx, id: string, expiresAt: Date): Promise<void> {
  await tx.db.giftCertificate.update({ where: { id }, data: { expiresAt } });
}

/** Marks the letter as written. @returns false when somebody else wrote it */
export async function markDelivered(tx: TxCtx, id: string): Promise<boolean> {
  const { count } = await tx.db.giftCertificate.updateMany({
    where: { id, status: 'ACTIVE', deliveredAt: null },
    data: { deliveredAt: tx.clock.now() },
  });
  return count === 1;
}

/** Paid, and its letter has still to be written. */
const WAITING = { status: 'ACTIVE', deliveredAt: null, recipientEmail: { not: null } } as const;

/**
 * Forgets who gave certificates and what they wrote. One that waits for its day was paid for: it keeps its receiver until
 * its letter is written, which goes out without a giver's name.
 */
export async function forgetWordsOf(tx: TxCtx, { buyerId }: Buyer): Promise<void> {
  const { email } = await tx.db.user.findUniqueOrThrow({ where: { id: buyerId } });
  await tx.db.giftCertificate.updateMany({
    where: { buyerId },
    data: { buyerName: FORGOTTEN_NAME, message: '' },
  });
  const isForOthers = email === null ? {} : { recipientEmail: { not: email } };
  await tx.db.giftCertificate.updateMany({
    where: { buyerId, NOT: { AND: [WAITING, isForOthers] } },
    data: { recipientName: FORGOTTEN_NAME, recipientEmail: null },
  });
}

/** Certificates of forgotten buyers that need no letter any more. */
export async function forgetReceivers(ctx: ReadCtx): Promise<void> {
  await ctx.db.giftCertificate.updateMany({
    where: {
      recipientEmail: { not: null },
      buyer: { erasedAt: { not: null } },
      NOT: WAITING,
    },
    data: { recipientName: FORGOTTEN_NAME, recipientEmail: null },
  });
}

/** Paid certificates whose letter is due on `day` or was due before. */
export function findUndelivered(ctx: ReadCtx, day: Date, limit: number) {
  return ctx.db.giftCertificate.findMany({
    select: { id: true },
    where: {
      ...WAITING,
      deliverOn: { lte: day },
    },
    orderBy: { deliverOn: 'asc' },
    take: limit,
  });
}

/** Certificates that wait for a payment which ended without money. */
export function findUnpaid(ctx: ReadCtx, createdBefore: Date, limit: number) {
  return ctx.db.giftCertificate.findMany({
    where: {
      status: 'AWAITING_PAYMENT',
      createdAt: { lt: createdBefore },
      OR: [
        { payment: null },
        { payment: { status: { in: ['FAILED', 'EXPIRED', 'CANCELLED'] }, quarantineReason: null } },
      ],
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: limit,
  });
}

export function findBuyer(ctx: ReadCtx, userId: string) {
  return ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, name: true },
  });
}
