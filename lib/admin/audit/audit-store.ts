import { addDays, type PlainDate } from '@/lib/core/plain-date';
import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';

type AuditWish = {
  /** Not given: anybody; null: the system. */
  actorId?: string | null;
  action: string;
  subject: string;
  from: PlainDate | null;
  to: PlainDate | null;
};

/** Prisma hands the text to LIKE as it is. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Whole ids are looked up, everything else is a beginning. */
const ID = /^[a-z]{3}_[0-9a-z]{36}$/;

function auditWhere(wish: AuditWish): Prisma.AuditEventWhereInput {
  const { action, subject, from, to } = wish;
  return {
    ...(wish.actorId === undefined ? {} : { actorId: wish.actorId }),
    ...(action ? { action: { startsWith: literal(action) } } : {}),
    ...(subject ? { subject: ID.test(subject) ? subject : { startsWith: literal(subject) } } : {}),
    ...(from || to
      ? {
          createdAt: {
            ...(from ? { gte: toDateColumn(from) } : {}),
            ...(to ? { lt: toDateColumn(addDays(to, 1)) } : {}),
          },
        }
      : {}),
  };
}

/** One page, newest first, and one row more when there is a next page. */
export function findAuditEvents(ctx: ReadCtx, wish: AuditWish, page: number, pageSize: number) {
  return ctx.db.auditEvent.findMany({
    where: auditWhere(wish),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
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
