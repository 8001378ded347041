import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { CalendarDocument } from './document';

/** Every calendar of a person, deleted ones too. */
export async function findForErasure(ctx: ReadCtx, ownerId: string) {
  const rows = await ctx.db.calendar.findMany({
    where: { ownerId },
    select: {
      id: true,
      title: true,
      document: true,
      deletedAt: true,
      proofs: { select: { fileKey: true } },
      _count: { select: { orderItems: true, versions: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({
    ...row,
    isSold: _count.orderItems > 0,
    isEmptied: row.title === '' && row.deletedAt !== null && _count.versions === 0,
  }));
}

/** The guests that a person was before. */
export async function findGuestsOf(ctx: ReadCtx, userId: string): Promise<string[]> {
  const rows = await ctx.db.user.findMany({
    where: { mergedIntoId: userId },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Proofs, versions, links and comments go with it. */
export async function forgetCalendar(tx: TxCtx, calendarId: string): Promise<void> {
  await tx.db.cartItem.deleteMany({ where: { calendarId } });
  await tx.db.calendar.deleteMany({ where: { id: calendarId } });
}

export async function emptyCalendar(
  tx: TxCtx,
  calendarId: string,
  document: CalendarDocument,
): Promise<void> {
  const where = { calendarId };
  await tx.db.cartItem.deleteMany({ where });
  await tx.db.calendarComment.deleteMany({ where });
  await tx.db.calendarShare.deleteMany({ where });
  await tx.db.calendarVersion.deleteMany({ where });
  await tx.db.calendarImage.deleteMany({ where });
  await tx.db.proof.updateMany({
    where,
    data: {
      status: 'FAILED',
      failureCode: 'proof.failed',
      document: document as unknown as Prisma.InputJsonValue,
      entries: [],
      themes: [],
      preflight: {},
      fileKey: null,
      fileSha256: null,
      fileBytes: null,
    },
  });
  await tx.db.calendar.update({
    where: { id: calendarId },
    data: {
      title: '',
      document: document as unknown as Prisma.InputJsonValue,
      deletedAt: tx.clock.now(),
    },
  });
}
