import { type Id, newId } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { EventDateSource, Prisma } from '@/lib/db/generated/client';
import type { OwnDate } from '../document';
import { linkKeyHash, linkKeyOf } from '../link-key';

type Owner = { ownerId: Id<'user'> };

const dateColumns = {
  id: true,
  value: true,
  source: true,
  contributor: true,
  inviteId: true,
  createdAt: true,
} satisfies Prisma.EventDateSelect;
export type DateRow = Prisma.EventDateGetPayload<{ select: typeof dateColumns }>;

const inviteColumns = {
  id: true,
  title: true,
  calendarId: true,
  createdAt: true,
  expiresAt: true,
  _count: { select: { dates: true } },
} satisfies Prisma.DateInviteSelect;
export type InviteRow = Prisma.DateInviteGetPayload<{ select: typeof inviteColumns }>;

export function findDates(ctx: ReadCtx, { ownerId }: Owner): Promise<DateRow[]> {
  return ctx.db.eventDate.findMany({
    where: { ownerId },
    select: dateColumns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** One change of a date book after another: of two at once the second sees what the first left. */
export async function lockDateBook(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtext(${`date-book:${ownerId}`}))`;
}

/** Adds the date, or replaces the owner's own of that id. @returns false where the id is somebody else's */
export async function upsertDate(
  tx: TxCtx,
  { ownerId }: Owner,
  value: OwnDate,
  from: { source: EventDateSource; contributor?: string; inviteId?: string },
): Promise<boolean> {
  const { count } = await tx.db.eventDate.updateMany({
    where: { id: value.id, ownerId },
    data: { value },
  });
  if (count === 1) return true;
  const made = await tx.db.eventDate.createMany({
    data: [{ id: value.id, ownerId, value, ...from }],
    skipDuplicates: true,
  });
  return made.count === 1;
}

export async function deleteDate(
  ctx: ReadCtx,
  { ownerId }: Owner,
  dateId: string,
): Promise<boolean> {
  const { count } = await ctx.db.eventDate.deleteMany({ where: { id: dateId, ownerId } });
  return count === 1;
}

/** @returns false where the date did not come through that link */
export async function deleteInvitedDate(
  ctx: ReadCtx,
  inviteId: string,
  dateId: string,
): Promise<boolean> {
  const { count } = await ctx.db.eventDate.deleteMany({ where: { id: dateId, inviteId } });
  return count === 1;
}

/** Open links, newest first. */
export function findInvites(ctx: ReadCtx, { ownerId }: Owner): Promise<InviteRow[]> {
  return ctx.db.dateInvite.findMany({
    where: { ownerId, revokedAt: null, expiresAt: { gt: ctx.clock.now() } },
    select: inviteColumns,
    orderBy: { createdAt: 'desc' },
  });
}

export function insertInvite(
  tx: TxCtx,
  { ownerId }: Owner,
  invite: { title: string; calendarId: string | null; expiresAt: Date },
): Promise<InviteRow> {
  const id = newId('dateInvite');
  return tx.db.dateInvite.create({
    data: { id, ownerId, keyHash: linkKeyHash(linkKeyOf('dates', id)), ...invite },
    select: inviteColumns,
  });
}

export async function endInvite(
  ctx: ReadCtx,
  { ownerId }: Owner,
  inviteId: string,
): Promise<boolean> {
  const { count } = await ctx.db.dateInvite.updateMany({
    where: { id: inviteId, ownerId, revokedAt: null },
    data: { revokedAt: ctx.clock.now() },
  });
  return count === 1;
}

/** The open link behind a key; null for a wrong, ended or withdrawn one. */
export function findInviteByKey(ctx: ReadCtx, key: string) {
  return ctx.db.dateInvite.findFirst({
    where: { keyHash: linkKeyHash(key), revokedAt: null, expiresAt: { gt: ctx.clock.now() } },
    select: { ...inviteColumns, ownerId: true },
  });
}

export function countInvited(ctx: ReadCtx, inviteId: string): Promise<number> {
  return ctx.db.eventDate.count({ where: { inviteId } });
}
