import type { Id } from '@/lib/core/ids';
import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';

export function findExports(ctx: ReadCtx, userId: string) {
  return ctx.db.dataExport.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    take: 5,
  });
}

export function findExport(ctx: ReadCtx, userId: string, id: string) {
  return ctx.db.dataExport.findFirst({ where: { id, userId } });
}

export function findQueuedExport(ctx: ReadCtx, id: string) {
  return ctx.db.dataExport.findFirst({
    where: { id, status: 'QUEUED' },
    include: { user: { include: { setting: true } } },
  });
}

/** Gives up what was asked for before that and never became a file. */
export async function failExports(tx: TxCtx, userId: Id<'user'>, askedBefore: Date): Promise<void> {
  await tx.db.dataExport.updateMany({
    where: { userId, status: 'QUEUED', createdAt: { lt: askedBefore } },
    data: { status: 'FAILED' },
  });
}

export async function insertExport(
  tx: TxCtx,
  userId: Id<'user'>,
  id: Id<'dataExport'>,
): Promise<void> {
  await tx.db.dataExport.create({ data: { id, userId, createdAt: tx.clock.now() } });
}

/** @returns false when somebody finished or failed it first */
export async function finishExport(
  tx: TxCtx,
  id: string,
  done: { fileKey: string; fileBytes: number; expiresAt: Date },
): Promise<boolean> {
  const { count } = await tx.db.dataExport.updateMany({
    where: { id, status: 'QUEUED' },
    data: { status: 'READY', readyAt: tx.clock.now(), ...done },
  });
  return count === 1;
}

export function findExpiredExports(ctx: ReadCtx, now: Date) {
  return ctx.db.dataExport.findMany({
    where: { expiresAt: { lt: now }, fileKey: { not: null } },
    select: { id: true, fileKey: true },
  });
}

export async function forgetExportFile(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.dataExport.updateMany({ where: { id }, data: { fileKey: null, fileBytes: null } });
}

export function findPictureFiles(ctx: ReadCtx, ownerId: string) {
  return ctx.db.picture.findMany({
    where: { ownerId, deletedAt: null, status: 'READY' },
    select: { id: true, fileName: true, masterKey: true },
    orderBy: { id: 'asc' },
  });
}
