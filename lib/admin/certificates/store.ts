import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { CertificateFilter, CertificateSort } from './schema';

/** Sums of one currency stand together: across currencies they say nothing about each other. */
const ORDERS: Record<CertificateSort, Prisma.GiftCertificateOrderByWithRelationInput[]> = {
  made: [{ createdAt: 'asc' }],
  '-made': [{ createdAt: 'desc' }],
  worth: [{ currency: 'asc' }, { amountMinor: 'asc' }],
  '-worth': [{ currency: 'asc' }, { amountMinor: 'desc' }],
  left: [{ currency: 'asc' }, { balanceMinor: 'asc' }],
  '-left': [{ currency: 'asc' }, { balanceMinor: 'desc' }],
};

export async function findCertificates(
  ctx: ReadCtx,
  filter: CertificateFilter & { codeHash: string | null },
  page: { skip: number; take: number },
) {
  const { search, status, codeHash } = filter;
  // A database of the C locale knows capitals of Latin letters only, so names are tried as they begin, too.
  const spellings = [search, search.charAt(0).toUpperCase() + search.slice(1)].map(
    (text) => ({ contains: text, mode: 'insensitive' }) as const,
  );
  const found: Prisma.GiftCertificateWhereInput =
    codeHash !== null
      ? { codeHash }
      : search
        ? {
            OR: [
              { codeEnd: search.toUpperCase() },
              ...spellings.flatMap((like) => [
                { recipientName: like },
                { buyerName: like },
                { recipientEmail: like },
                { buyer: { email: like } },
              ]),
            ],
          }
        : {};
  const where = { AND: [found, status === null ? {} : { status }] };
  const total = await ctx.db.giftCertificate.count({ where });
  const rows = await ctx.db.giftCertificate.findMany({
    where,
    include: { payment: true },
    orderBy: [...ORDERS[filter.sort ?? '-made'], { id: 'desc' }],
    ...page,
  });
  return { total, rows };
}

export function findAnyCertificate(ctx: ReadCtx, id: string) {
  return ctx.db.giftCertificate.findUnique({
    where: { id },
    include: {
      buyer: { select: { email: true } },
      payment: { include: { refunds: { orderBy: { createdAt: 'asc' } } } },
      entries: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { order: { select: { id: true, number: true } } },
      },
    },
  });
}

export function findReasons(ctx: ReadCtx, certificateId: string) {
  return ctx.db.auditEvent.findMany({
    where: {
      subject: certificateId,
      action: {
        in: [
          'certificate.issued',
          'certificate.voided',
          'certificate.mailed',
          'certificate.refunded_again',
        ],
      },
    },
    orderBy: { createdAt: 'asc' },
  });
}
