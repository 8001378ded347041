import type { ReadCtx, TxCtx } from '@/lib/db/context';

export function findStaff(ctx: ReadCtx) {
  return ctx.db.user.findMany({
    where: { role: { in: ['STAFF', 'ADMIN'] } },
    select: {
      id: true,
      role: true,
      name: true,
      email: true,
      blockedAt: true,
      staffRoles: { select: { desk: true } },
      secondFactor: { select: { confirmedAt: true } },
      loginSessions: {
        where: { secondFactorAt: { not: null } },
        orderBy: { lastSeenAt: 'desc' },
        take: 1,
        select: { lastSeenAt: true },
      },
    },
    orderBy: [{ role: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  });
}

/** Puts every change of admins in a row, so that two of them cannot take each other's role away. */
export async function lockAdmins(tx: TxCtx): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select "id" from "User" where "role" = 'ADMIN' and "blockedAt" is null order by "id" for update`;
  return rows.map(({ id }) => id);
}

export function findStaffMember(ctx: ReadCtx, userId: string) {
  return ctx.db.user.findFirst({
    where: { id: userId, role: { in: ['STAFF', 'ADMIN'] } },
    select: { id: true, role: true, staffRoles: { select: { desk: true } } },
  });
}
