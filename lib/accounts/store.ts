import type { Desk, Role } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { SettingsInput } from './schema';
import { sessionEnd } from './session-rules';

const USER_AGENT_MAX = 300;

export type AccountRow = {
  id: Id<'user'>;
  role: Role;
  email: string | null;
  phone: string | null;
  name: string | null;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  blockedAt: Date | null;
  isDemo: boolean;
};

const ACCOUNT = {
  id: true,
  role: true,
  email: true,
  phone: true,
  name: true,
  passwordHash: true,
  emailVerifiedAt: true,
  blockedAt: true,
  isDemo: true,
} as const;

export async function findAccountByEmail(ctx: ReadCtx, email: string): Promise<AccountRow | null> {
  const row = await ctx.db.user.findUnique({ where: { email }, select: ACCOUNT });
  return row as AccountRow | null;
}

export async function findPerson(ctx: ReadCtx, userId: Id<'user'>): Promise<AccountRow> {
  const row = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: ACCOUNT });
  return row as AccountRow;
}

/**
 * Locks an account for signing in if it still is what the password was checked against: a reset or a block that got
 * in between wins.
 */
export async function claimAccount(tx: TxCtx, account: AccountRow): Promise<boolean> {
  const { count } = await tx.db.user.updateMany({
    where: { id: account.id, passwordHash: account.passwordHash, blockedAt: null },
    data: { updatedAt: tx.clock.now() },
  });
  return count === 1;
}

/** Locks a guest who is still one. @returns false when the row was merged or signed up in the meantime */
export async function lockGuest(tx: TxCtx, guestId: Id<'user'>): Promise<boolean> {
  const rows = await tx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE "id" = ${guestId} AND "role" = 'GUEST' AND "mergedIntoId" IS NULL FOR UPDATE`;
  return rows.length === 1;
}

/** Locks a person against rows being added in their name until the transaction ends. */
export async function lockPerson(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  await tx.db.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
}

export async function addPerson(
  tx: TxCtx,
  parts: { role: Role } & Partial<Omit<AccountRow, 'id' | 'role'>>,
): Promise<Id<'user'>> {
  const id = newId('user');
  const now = tx.clock.now();
  await tx.db.user.create({ data: { id, createdAt: now, updatedAt: now, ...parts } });
  return id;
}

export async function addLoginSession(
  tx: TxCtx,
  parts: { userId: Id<'user'>; role: Role; userAgent: string | null },
): Promise<Id<'loginSession'>> {
  const id = newId('loginSession');
  const now = tx.clock.now();
  await tx.db.loginSession.create({
    data: {
      id,
      userId: parts.userId,
      userAgent: parts.userAgent?.slice(0, USER_AGENT_MAX) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEnd(parts.role, now, now),
    },
  });
  return id;
}

/** Ends the sessions of one person: one, all, or all but one. @returns how many */
export async function endLoginSessions(
  ctx: ReadCtx,
  which: { userId: Id<'user'>; only?: Id<'loginSession'>; except?: Id<'loginSession'> | null },
): Promise<number> {
  const { count } = await ctx.db.loginSession.updateMany({
    where: {
      userId: which.userId,
      endedAt: null,
      ...(which.only ? { id: which.only } : {}),
      ...(which.except ? { NOT: { id: which.except } } : {}),
    },
    data: { endedAt: ctx.clock.now() },
  });
  return count;
}

export async function findLoginSession(ctx: ReadCtx, id: Id<'loginSession'>) {
  return ctx.db.loginSession.findUnique({ where: { id }, select: { createdAt: true } });
}

const LOOKS_SHOWN = 20;

export async function findLooksAt(ctx: ReadCtx, userId: Id<'user'>) {
  return ctx.db.impersonation.findMany({
    where: { userId },
    orderBy: { startedAt: 'desc' },
    take: LOOKS_SHOWN,
    select: { id: true, startedAt: true, endedAt: true, endsAt: true },
  });
}

export async function liveLoginSessions(ctx: ReadCtx, userId: Id<'user'>) {
  return ctx.db.loginSession.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: ctx.clock.now() } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
}

export async function setPassword(
  tx: TxCtx,
  parts: { userId: Id<'user'>; from: string | null; passwordHash: string },
): Promise<boolean> {
  const { count } = await tx.db.user.updateMany({
    where: { id: parts.userId, passwordHash: parts.from, blockedAt: null },
    data: { passwordHash: parts.passwordHash },
  });
  return count === 1;
}

export async function setName(ctx: ReadCtx, userId: Id<'user'>, name: string): Promise<void> {
  await ctx.db.user.update({ where: { id: userId }, data: { name } });
}

export async function findSettings(ctx: ReadCtx, userId: Id<'user'>) {
  return ctx.db.userSetting.findUnique({ where: { userId } });
}

export async function putSettings(
  ctx: ReadCtx,
  userId: Id<'user'>,
  settings: SettingsInput,
): Promise<void> {
  await ctx.db.userSetting.upsert({
    where: { userId },
    create: { userId, ...settings },
    update: settings,
  });
}

/** Exactly these desks, whatever there was before. */
export async function putDesks(
  tx: TxCtx,
  userId: Id<'user'>,
  desks: readonly Desk[],
): Promise<void> {
  await tx.db.staffRole.deleteMany({ where: { userId, desk: { notIn: [...desks] } } });
  await tx.db.staffRole.createMany({
    data: desks.map((desk) => ({ userId, desk, grantedBy: tx.actor.userId })),
    skipDuplicates: true,
  });
}
