import { type Id, newId } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { linkKeyHash, linkKeyOf } from '../link-key';

type Owner = { ownerId: Id<'user'> };

const shareColumns = {
  id: true,
  calendarId: true,
  mayComment: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.CalendarShareSelect;
export type ShareRow = Prisma.CalendarShareGetPayload<{ select: typeof shareColumns }>;

const commentColumns = {
  id: true,
  shareId: true,
  pageIndex: true,
  author: true,
  text: true,
  createdAt: true,
  resolvedAt: true,
} satisfies Prisma.CalendarCommentSelect;
export type CommentRow = Prisma.CalendarCommentGetPayload<{ select: typeof commentColumns }>;

/** Open links of one's own calendar, newest first. */
export function findShares(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
): Promise<ShareRow[]> {
  return ctx.db.calendarShare.findMany({
    where: {
      calendarId,
      revokedAt: null,
      expiresAt: { gt: ctx.clock.now() },
      calendar: { ownerId, deletedAt: null },
    },
    select: shareColumns,
    orderBy: { createdAt: 'desc' },
  });
}

export async function insertShare(
  tx: TxCtx,
  share: { calendarId: string; mayComment: boolean; expiresAt: Date },
): Promise<ShareRow> {
  const id = newId('calendarShare');
  return tx.db.calendarShare.create({
    data: { id, keyHash: linkKeyHash(linkKeyOf('share', id)), ...share },
    select: shareColumns,
  });
}

/** @returns false when there is no such open link of this owner */
export async function endShare(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
  shareId: string,
): Promise<boolean> {
  const { count } = await ctx.db.calendarShare.updateMany({
    where: { id: shareId, calendarId, revokedAt: null, calendar: { ownerId, deletedAt: null } },
    data: { revokedAt: ctx.clock.now() },
  });
  return count === 1;
}

/** The shared calendar behind a key; null when the key is wrong, over or withdrawn, or the calendar is gone. */
export function findSharedCalendar(ctx: ReadCtx, key: string) {
  return ctx.db.calendarShare.findFirst({
    where: {
      keyHash: linkKeyHash(key),
      revokedAt: null,
      expiresAt: { gt: ctx.clock.now() },
      calendar: { deletedAt: null },
    },
    select: {
      ...shareColumns,
      calendar: { select: { id: true, ownerId: true, title: true, version: true, document: true } },
    },
  });
}

export function findComments(ctx: ReadCtx, calendarId: string): Promise<CommentRow[]> {
  return ctx.db.calendarComment.findMany({
    where: { calendarId, deletedAt: null },
    select: commentColumns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

export function countComments(ctx: ReadCtx, calendarId: string): Promise<number> {
  return ctx.db.calendarComment.count({ where: { calendarId, deletedAt: null } });
}

export function insertComment(
  tx: TxCtx,
  comment: {
    calendarId: string;
    shareId: string | null;
    pageIndex: number;
    author: string;
    text: string;
  },
): Promise<CommentRow> {
  return tx.db.calendarComment.create({
    data: { id: newId('calendarComment'), ...comment },
    select: commentColumns,
  });
}

/** @returns false when there is no such comment on a calendar of this owner */
export async function updateComment(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
  commentId: string,
  data: { resolvedAt?: Date | null; deletedAt?: Date },
): Promise<boolean> {
  const { count } = await ctx.db.calendarComment.updateMany({
    where: { id: commentId, calendarId, deletedAt: null, calendar: { ownerId, deletedAt: null } },
    data,
  });
  return count === 1;
}
