import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { CustomerFilter } from './schema';

function whereOf({ search, kind }: CustomerFilter): Prisma.UserWhereInput {
  return {
    role:
      kind === 'GUEST' ? 'GUEST' : kind === 'CUSTOMER' ? 'CUSTOMER' : { in: ['GUEST', 'CUSTOMER'] },
    mergedIntoId: null,
    ...(kind === 'BLOCKED' ? { blockedAt: { not: null } } : {}),
    ...(search
      ? {
          OR: [
            { id: search },
            { email: { contains: search, mode: 'insensitive' } },
            { name: { contains: search, mode: 'insensitive' } },
            { phone: { contains: search } },
          ],
        }
      : {}),
  };
}

export function findCustomers(ctx: ReadCtx, filter: CustomerFilter, take: number) {
  return ctx.db.user.findMany({
    where: whereOf(filter),
    select: {
      id: true,
      role: true,
      name: true,
      email: true,
      createdAt: true,
      blockedAt: true,
      erasedAt: true,
      _count: { select: { orders: true, calendars: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (filter.page - 1) * take,
    take,
  });
}

export function countCustomers(ctx: ReadCtx, filter: CustomerFilter): Promise<number> {
  return ctx.db.user.count({ where: whereOf(filter) });
}

const NEWEST = 20;

/** Everything of one customer, the newest of each kind. */
export function findCustomer(ctx: ReadCtx, userId: string) {
  return ctx.db.user.findFirst({
    where: { id: userId, role: { in: ['GUEST', 'CUSTOMER'] } },
    include: {
      setting: true,
      orders: { orderBy: { placedAt: 'desc' }, take: NEWEST },
      calendars: {
        where: { deletedAt: null },
        orderBy: { updatedAt: 'desc' },
        take: NEWEST,
        select: { id: true, title: true, updatedAt: true },
      },
      claims: { orderBy: { createdAt: 'desc' }, take: NEWEST },
      certificates: { orderBy: { createdAt: 'desc' }, take: NEWEST },
      starAccount: true,
      starPurchases: { orderBy: { createdAt: 'desc' }, take: NEWEST },
      loraModels: {
        where: { deletedAt: null },
        orderBy: { createdAt: 'desc' },
        take: NEWEST,
        select: { id: true, name: true, status: true, createdAt: true },
      },
      messages: { orderBy: { createdAt: 'desc' }, take: NEWEST },
      loginSessions: { orderBy: { lastSeenAt: 'desc' }, take: NEWEST },
      consents: { orderBy: { givenAt: 'desc' }, take: NEWEST },
      linkedAccounts: true,
      erasures: { orderBy: { startedAt: 'desc' }, take: 1, select: { number: true, status: true } },
      _count: {
        select: {
          orders: true,
          calendars: true,
          pictures: true,
          generations: true,
          eventDates: true,
        },
      },
    },
  });
}

export function findNotesOf(ctx: ReadCtx, userId: string) {
  return ctx.db.auditEvent.findMany({
    where: {
      subject: userId,
      action: {
        in: [
          'customer.blocked',
          'customer.unblocked',
          'impersonation.started',
          'impersonation.ended',
          'staff.changed',
        ],
      },
    },
    orderBy: { createdAt: 'desc' },
    take: NEWEST,
  });
}
