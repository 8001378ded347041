import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import type { PictureFilter } from './picture-view';

type Owner = { ownerId: Id<'user'> };

/** Orders in these states need nothing any more. */
const ENDED_ORDERS = ['CANCELLED', 'EXPIRED'] as const;

const viewColumns = {
  id: true,
  origin: true,
  status: true,
  fileName: true,
  widthPx: true,
  heightPx: true,
  takenOn: true,
  sharpness: true,
  dominantColour: true,
  analysis: true,
  refusalCode: true,
  calendarImages: {
    where: { calendar: { deletedAt: null } },
    distinct: ['calendarId'],
    orderBy: { calendar: { updatedAt: 'desc' } },
    select: { calendar: { select: { id: true, title: true } } },
  },
  orderItemPictures: {
    where: { orderItem: { order: { status: { notIn: [...ENDED_ORDERS] } } } },
    take: 1,
    select: { orderItemId: true },
  },
} satisfies Prisma.PictureSelect;
export type PictureRow = Prisma.PictureGetPayload<{ select: typeof viewColumns }>;

/** Holds the owner's row until the transaction ends, so that uploads of one person are counted one after another. */
export async function lockOwner(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.$queryRaw`select 1 from "User" where "id" = ${ownerId} for no key update`;
}

export async function measureLibrary(
  ctx: ReadCtx,
  { ownerId }: Owner,
): Promise<{ pictures: number; bytes: number }> {
  const use = await ctx.db.picture.aggregate({
    where: { ownerId, deletedAt: null, status: { not: 'REFUSED' } },
    _count: { id: true },
    _sum: { receivedBytes: true },
  });
  return { pictures: use._count.id, bytes: use._sum.receivedBytes ?? 0 };
}

export function insertReceived(
  tx: TxCtx,
  { ownerId }: Owner,
  picture: {
    id: Id<'picture'>;
    fileName: string;
    contentHash: string;
    receivedBytes: number;
    masterKey: string;
  },
): Promise<PictureRow> {
  return tx.db.picture.create({
    data: {
      ...picture,
      ownerId,
      origin: 'UPLOAD',
      status: 'RECEIVED',
      createdAt: tx.clock.now(),
    },
    select: viewColumns,
  });
}

/** A picture that a model made: all of it is known at once. */
export async function insertMade(
  tx: TxCtx,
  { ownerId }: Owner,
  picture: Omit<Prisma.PictureUncheckedCreateInput, 'ownerId' | 'origin' | 'status' | 'createdAt'>,
): Promise<void> {
  await tx.db.picture.create({
    data: {
      ...picture,
      ownerId,
      origin: 'GENERATION',
      status: 'READY',
      createdAt: tx.clock.now(),
    },
  });
}

/** Compare-and-set of the master. @returns false when the picture is gone or its master is another one */
export async function replaceMasterRow(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
  from: { masterKey: string; widthPx: number; heightPx: number },
  to: {
    masterKey: string;
    masterBytes: number;
    widthPx: number;
    heightPx: number;
    contentHash: string;
  },
): Promise<boolean> {
  const { count } = await tx.db.picture.updateMany({
    where: { id: pictureId, ownerId, deletedAt: null, status: 'READY', ...from },
    data: to,
  });
  return count === 1;
}

/** The picture that already holds these bytes, if it was not refused. */
export function findByContent(
  ctx: ReadCtx,
  { ownerId }: Owner,
  contentHash: string,
): Promise<PictureRow | null> {
  return ctx.db.picture.findFirst({
    where: { ownerId, contentHash, deletedAt: null, status: { not: 'REFUSED' } },
    orderBy: { id: 'asc' },
    select: viewColumns,
  });
}

/** @throws DomainError "picture.not_found" for absent, deleted and foreign pictures alike */
export async function findPicture(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
): Promise<PictureRow> {
  const row = await ctx.db.picture.findFirst({
    where: { id: pictureId, ownerId, deletedAt: null },
    select: viewColumns,
  });
  if (!row) throw new DomainError('picture.not_found');
  return row;
}

export function findPictures(
  ctx: ReadCtx,
  { ownerId }: Owner,
  options: { beforeId: string | null; limit: number; filter: PictureFilter },
): Promise<PictureRow[]> {
  return ctx.db.picture.findMany({
    where: {
      ownerId,
      deletedAt: null,
      ...(options.filter === 'unused'
        ? { calendarImages: { none: { calendar: { deletedAt: null } } } }
        : {}),
      ...(options.filter === 'ai' ? { origin: { not: 'UPLOAD' } } : {}),
      ...(options.beforeId === null ? {} : { id: { lt: options.beforeId } }),
    },
    // An id starts with its time, so it orders by age and is unique.
    orderBy: { id: 'desc' },
    take: options.limit,
    select: viewColumns,
  });
}

export function findPicturesById(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureIds: readonly Id<'picture'>[],
): Promise<PictureRow[]> {
  return ctx.db.picture.findMany({
    where: { id: { in: [...pictureIds] }, ownerId, deletedAt: null },
    orderBy: { id: 'desc' },
    select: viewColumns,
  });
}

export function countMade(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<number> {
  return ctx.db.picture.count({
    where: { id: { in: [...pictureIds] }, ownerId, origin: { not: 'UPLOAD' } },
  });
}

export function countPictures(ctx: ReadCtx, { ownerId }: Owner): Promise<number> {
  return ctx.db.picture.count({ where: { ownerId, deletedAt: null } });
}

/** Where the rendition's bytes are. @throws DomainError "picture.not_found", "picture.not_ready" */
export async function findStoredKeys(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
): Promise<Prisma.JsonValue> {
  const row = await ctx.db.picture.findFirst({
    where: { id: pictureId, ownerId, deletedAt: null },
    select: { status: true, renditions: true },
  });
  if (!row || row.status === 'REFUSED') throw new DomainError('picture.not_found');
  if (row.status !== 'READY') throw new DomainError('picture.not_ready');
  return row.renditions;
}

export function findForAutofill(ctx: ReadCtx, { ownerId }: Owner, limit: number) {
  return ctx.db.picture.findMany({
    where: { ownerId, deletedAt: null, status: 'READY', duplicateOfId: null },
    orderBy: { id: 'desc' },
    take: limit,
    select: {
      id: true,
      widthPx: true,
      heightPx: true,
      takenOn: true,
      sharpness: true,
      perceptualHash: true,
      analysis: true,
    },
  });
}

/** Locks the picture against being placed until the transaction ends. @returns false when it is not there */
export async function lockPicture(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
): Promise<boolean> {
  const rows = await tx.db.$queryRaw<unknown[]>`
    select 1 from "Picture"
    where "id" = ${pictureId} and "ownerId" = ${ownerId} and "deletedAt" is null for update`;
  return rows.length === 1;
}

export async function isInOpenClaim(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
): Promise<boolean> {
  const where = { pictureId, claim: { ownerId, status: 'OPEN' as const } };
  return (await tx.db.claimPicture.count({ where })) > 0;
}

export async function markDeleted(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
): Promise<void> {
  const { count } = await tx.db.picture.updateMany({
    where: { id: pictureId, ownerId, deletedAt: null },
    data: { deletedAt: tx.clock.now() },
  });
  if (count !== 1) throw new DomainError('picture.not_found');
}

// What follows is for jobs: they act for nobody and touch exactly the picture that their payload names.

const ingestColumns = {
  id: true,
  ownerId: true,
  status: true,
  deletedAt: true,
  masterKey: true,
  ingestAttempts: true,
} satisfies Prisma.PictureSelect;
export type IngestRow = Prisma.PictureGetPayload<{ select: typeof ingestColumns }>;

export function findForJob(ctx: ReadCtx, pictureId: Id<'picture'>): Promise<IngestRow | null> {
  return ctx.db.picture.findUnique({ where: { id: pictureId }, select: ingestColumns });
}

/** The files that the picture's row names. */
export function findPictureFiles(
  ctx: ReadCtx,
  pictureId: Id<'picture'>,
): Promise<{ masterKey: string; renditions: Prisma.JsonValue } | null> {
  return ctx.db.picture.findUnique({
    where: { id: pictureId },
    select: { masterKey: true, renditions: true },
  });
}

/** Counts one attempt on a picture that still waits. @returns false when it does not wait any more */
export async function countAttempt(ctx: Ctx, pictureId: Id<'picture'>): Promise<boolean> {
  const { count } = await ctx.db.picture.updateMany({
    where: { id: pictureId, status: 'RECEIVED', deletedAt: null },
    data: { ingestAttempts: { increment: 1 } },
  });
  return count === 1;
}

/** Compare-and-set from RECEIVED. @returns false when another worker or a deletion was faster */
export async function settleReceived(
  tx: TxCtx,
  pictureId: Id<'picture'>,
  data: Prisma.PictureUpdateManyMutationInput & { status: 'READY' | 'REFUSED' },
): Promise<boolean> {
  const { count } = await tx.db.picture.updateMany({
    where: { id: pictureId, status: 'RECEIVED', deletedAt: null },
    data,
  });
  return count === 1;
}

/**
 * Removes the row of a picture whose files are gone. An order that was cancelled or work that was paid may still name
 * it: then its row stays, without anything that tells what it was.
 */
export async function forgetDeleted(tx: TxCtx, pictureId: Id<'picture'>): Promise<void> {
  const where = { pictureId };
  const named =
    (await tx.db.orderItemPicture.count({ where })) +
    (await tx.db.trainingPicture.count({ where })) +
    (await tx.db.generation.count({ where })) +
    (await tx.db.upscale.count({ where }));
  const deleted = { id: pictureId, deletedAt: { not: null } };
  if (named === 0) {
    await tx.db.calendarImage.deleteMany({ where });
    await tx.db.picture.deleteMany({ where: deleted });
    return;
  }
  await tx.db.picture.updateMany({
    where: deleted,
    data: {
      fileName: '',
      contentHash: '',
      perceptualHash: null,
      dominantColour: null,
      analysis: Prisma.DbNull,
      takenOn: null,
      renditions: {},
    },
  });
}

/** Pictures that wait longer than any queue needs, in no order: those that stay stuck do not stand before the others. */
export function findStuck(ctx: Ctx, before: Date, limit: number): Promise<{ id: string }[]> {
  return ctx.db.$queryRaw`
    select "id" from "Picture" where "status" = 'RECEIVED' and "deletedAt" is null and "createdAt" < ${before}
    order by random() limit ${limit}`;
}

export function findWaiting(ctx: Ctx, pictureIds: readonly string[]): Promise<{ id: string }[]> {
  return ctx.db.picture.findMany({
    where: { id: { in: [...pictureIds] }, status: 'RECEIVED', deletedAt: null },
    select: { id: true },
  });
}

/** Every picture of a person, deleted ones too. */
export function findAllOf(ctx: Ctx, ownerId: string) {
  return ctx.db.picture.findMany({ where: { ownerId }, select: { id: true, deletedAt: true } });
}

/** Takes a picture out of every place and every sold item, and marks it deleted. For erasing a person alone. */
export async function forgetPlaces(tx: TxCtx, pictureId: string): Promise<void> {
  const where = { pictureId };
  await tx.db.calendarImage.deleteMany({ where });
  await tx.db.orderItemPicture.deleteMany({ where });
  await tx.db.claimPicture.deleteMany({ where });
  await tx.db.trainingPicture.deleteMany({ where });
  await tx.db.picture.updateMany({
    where: { id: pictureId, deletedAt: null },
    data: { deletedAt: tx.clock.now() },
  });
}
