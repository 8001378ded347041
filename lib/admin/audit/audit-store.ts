import { addDays, type PlainDate, startOfDay } from '@/lib/core/plain-date';
import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import type { AuditFilter } from './schema';

type AuditWish = {
  /** Not given: anybody; null: the system. */
  actorId?: string | null;
  action: string;
  subject: string;
  from: PlainDate | null;
  to: PlainDate | null;
  sort: AuditFilter['sort'];
};

/** Whole ids are looked up, everything else is a beginning. */
const ID = /^[a-z]{3}_[0-9a-z]{36}$/;

function auditWhere(wish: AuditWish): Prisma.AuditEventWhereInput {
  const { action, subject, from, to } = wish;
  return {
    ...(wish.actorId === undefined ? {} : { actorId: wish.actorId }),
    ...(action ? { action: { startsWith: likeLiteral(action) } } : {}),
    ...(subject
      ? { subject: ID.test(subject) ? subject : { startsWith: likeLiteral(subject) } }
      : {}),
    ...(from || to
      ? {
          createdAt: {
            ...(from ? { gte: startOfDay(from, WORKSHOP_TIME_ZONE) } : {}),
            ...(to ? { lt: startOfDay(addDays(to, 1), WORKSHOP_TIME_ZONE) } : {}),
          },
        }
      : {}),
  };
}

/** One page, without a sort the newest first, and one row more when there is a next page. */
export function findAuditEvents(ctx: ReadCtx, wish: AuditWish, page: number, pageSize: number) {
  return ctx.db.auditEvent.findMany({
    where: auditWhere(wish),
    orderBy:
      wish.sort === 'when'
        ? [{ createdAt: 'asc' }, { id: 'asc' }]
        : [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
  });
}

export async function findPersonByEmail(ctx: ReadCtx, email: string): Promise<string | null> {
  const row = await ctx.db.user.findFirst({
    where: { email: email.toLowerCase() },
    select: { id: true },
  });
  return row?.id ?? null;
}
