import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { BaseModel, Prisma, Upscale, WorkStatus } from '@/lib/db/generated/client';

type Owner = { ownerId: Id<'user'> };

const candidateColumns = {
  id: true,
  widthPx: true,
  heightPx: true,
  upscales: { select: { id: true, status: true }, orderBy: { createdAt: 'desc' } },
} satisfies Prisma.PictureSelect;
export type Candidate = Prisma.PictureGetPayload<{ select: typeof candidateColumns }>;

/** Those of the pictures that a model made, with what was tried to enlarge them, newest first. */
export function findMadePictures(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<Candidate[]> {
  return ctx.db.picture.findMany({
    where: {
      id: { in: [...pictureIds] },
      ownerId,
      deletedAt: null,
      status: 'READY',
      origin: { not: 'UPLOAD' },
    },
    select: candidateColumns,
    orderBy: { id: 'asc' },
  });
}

/** Holds the pictures until the transaction ends, so that two who start at once start one after the other. */
export async function lockPictures(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<void> {
  await tx.db.$queryRaw`
    select 1 from "Picture" where "id" = any(${[...pictureIds].sort()}) and "ownerId" = ${ownerId}
    order by "id" for no key update`;
}

export function findUpscalers(ctx: ReadCtx): Promise<BaseModel[]> {
  return ctx.db.baseModel.findMany({
    where: { type: 'UPSCALER', isActive: true },
    orderBy: [{ isDefault: 'desc' }, { sortOrder: 'asc' }],
  });
}

export async function insertUpscale(
  tx: TxCtx,
  data: Prisma.UpscaleUncheckedCreateInput,
): Promise<void> {
  await tx.db.upscale.create({ data });
}

const workColumns = {
  baseModel: { select: { settings: true, endpoint: true } },
  picture: { select: { masterKey: true, deletedAt: true } },
} satisfies Prisma.UpscaleInclude;
export type UpscaleRow = Prisma.UpscaleGetPayload<{ include: typeof workColumns }>;

/** For the worker, which acts for nobody. */
export function findUpscale(ctx: ReadCtx, id: string): Promise<UpscaleRow | null> {
  return ctx.db.upscale.findUnique({ where: { id }, include: workColumns });
}

/** The enlargement, locked until the transaction ends. */
export async function lockUpscale(tx: TxCtx, id: string): Promise<Upscale | null> {
  await tx.db.$queryRaw`select 1 from "Upscale" where "id" = ${id} for update`;
  return tx.db.upscale.findUnique({ where: { id } });
}

/** Compare-and-set. @returns false when it was not in one of these states any more */
export async function moveUpscale(
  tx: TxCtx,
  id: string,
  from: readonly WorkStatus[],
  data: Prisma.UpscaleUpdateManyMutationInput & { status: WorkStatus },
): Promise<boolean> {
  const { count } = await tx.db.upscale.updateMany({
    where: { id, status: { in: [...from] } },
    data,
  });
  return count === 1;
}
