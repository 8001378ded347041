import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { CustomerFilter, CustomerSort } from './schema';

/** A database of the C locale knows capitals of Latin letters only, so names are tried as they begin, too. */
const spellings = (text: string) => [
  ...new Set([text, text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()]),
];

const ORDERS: Record<CustomerSort, Prisma.UserOrderByWithRelationInput> = {
  since: { createdAt: 'asc' },
  '-since': { createdAt: 'desc' },
  name: { name: { sort: 'asc', nulls: 'last' } },
  '-name': { name: { sort: 'desc', nulls: 'last' } },
  orders: { orders: { _count: 'asc' } },
  '-orders': { orders: { _count: 'desc' } },
  calendars: { calendars: { _count: 'asc' } },
  '-calendars': { calendars: { _count: 'desc' } },
};

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
            ...spellings(search).map(
              (text): Prisma.UserWhereInput => ({ name: { contains: text, mode: 'insensitive' } }),
            ),
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
    },
    orderBy: [ORDERS[filter.sort ?? '-since'], { id: 'desc' }],
    skip: (filter.page - 1) * take,
    take,
  });
}

/** How many orders and calendars each of them has; Prisma's own count goes through those of everybody. */
export async function countBelongings(ctx: ReadCtx, userIds: readonly string[]) {
  const ownerId = { in: [...userIds] };
  const orders = await ctx.db.order.groupBy({ by: ['ownerId'], where: { ownerId }, _count: true });
  const calendars = await ctx.db.calendar.groupBy({
    by: ['ownerId'],
    where: { ownerId },
    _count: true,
  });
  const counts = (rows: { ownerId: string; _count: number }[]) =>
    new Map(rows.map((row) => [row.ownerId, row._count]));
  return { orders: counts(orders), calendars: counts(calendars) };
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
      savedAddresses: { orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }], take: NEWEST },
      dataExports: { orderBy: { createdAt: 'desc' }, take: 5 },
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
          'stars.granted',
          'stars.taken_back',
        ],
      },
    },
    orderBy: { createdAt: 'desc' },
    take: NEWEST,
  });
}

/** What somebody's paid orders come to, by currency; an order that was cancelled does not count. */
export function sumOrdersOf(ctx: ReadCtx, userId: string) {
  return ctx.db.order.groupBy({
    by: ['currency'],
    where: {
      ownerId: userId,
      status: { in: ['PAID', 'IN_PRODUCTION', 'SHIPPED', 'DELIVERED'] },
    },
    _sum: { totalMinor: true },
    orderBy: { currency: 'asc' },
  });
}
