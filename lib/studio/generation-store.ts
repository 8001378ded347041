import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Generation, Prisma } from '@/lib/db/generated/client';
import { OPEN_WORK } from './work-states';

export function insertGeneration(tx: TxCtx, data: Prisma.GenerationUncheckedCreateInput) {
  return tx.db.generation.create({ data });
}

/** For the engine, which acts for nobody. */
export function findGeneration(ctx: ReadCtx, id: string): Promise<Generation | null> {
  return ctx.db.generation.findUnique({ where: { id } });
}

export function findWithModel(ctx: ReadCtx, id: string) {
  return ctx.db.generation.findUnique({ where: { id }, include: { baseModel: true } });
}

/**
 * The row, locked until the transaction ends, and before it the row of its job: whoever moves work of a job waits for
 * the others who do, so that the last one sees that it is the last.
 */
export async function lockGeneration(tx: TxCtx, id: string): Promise<Generation | null> {
  const jobId = (await findGeneration(tx, id))?.jobId ?? null;
  if (jobId !== null) await lockJobRow(tx, jobId);
  await tx.db.$queryRaw`select 1 from "Generation" where "id" = ${id} for no key update`;
  return findGeneration(tx, id);
}

export async function lockJobRow(tx: TxCtx, jobId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from "Job" where "id" = ${jobId} for no key update`;
}

/** Compare-and-set on an open generation and its attempt. @returns false when it is over or further on */
export async function moveGeneration(
  tx: TxCtx,
  { id, attempt }: { id: string; attempt: number },
  data: Prisma.GenerationUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.db.generation.updateMany({
    where: { id, attempt, status: { in: OPEN_WORK } },
    data,
  });
  return count === 1;
}

export function findLoraModels(ctx: ReadCtx, ids: readonly string[]) {
  return ctx.db.loraModel.findMany({ where: { id: { in: [...ids] } } });
}

/** Fills the model's preview once. */
export async function offerPreview(
  tx: TxCtx,
  loraModelId: string,
  pictureId: string,
): Promise<void> {
  await tx.db.loraModel.updateMany({
    where: { id: loraModelId, previewPictureId: null, deletedAt: null },
    data: { previewPictureId: pictureId },
  });
}

/** Seeds kept by staff for a prompt on a model; those of its present text first, then by age. */
export async function findKeptSeeds(
  ctx: ReadCtx,
  promptIds: readonly string[],
  baseModelId: string,
): Promise<{ promptId: string; seed: number; isProven: boolean }[]> {
  const rows = await ctx.db.promptSeed.findMany({
    where: { promptId: { in: [...promptIds] }, baseModelId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      promptId: true,
      seed: true,
      promptVersion: true,
      prompt: { select: { version: true } },
    },
  });
  return rows.map(({ promptId, seed, promptVersion, prompt }) => ({
    promptId,
    seed: Number(seed),
    isProven: promptVersion === prompt.version,
  }));
}

/** Seeds that were sent for this generation, and those of its neighbours in the same task. */
export async function findUsedSeeds(
  tx: TxCtx,
  { id, jobTaskId }: { id: string; jobTaskId: string | null },
): Promise<Set<number>> {
  const requests = await tx.db.modelRequest.findMany({
    where: { kind: 'GENERATION', subjectId: id },
    select: { input: true },
  });
  const neighbours = jobTaskId === null ? [] : await findTaskSeeds(tx, jobTaskId);
  const sent = requests.flatMap(({ input }) => {
    const seed = (input as { seed?: unknown } | null)?.seed;
    return typeof seed === 'number' ? [seed] : [];
  });
  return new Set([...sent, ...neighbours]);
}

export async function findTaskSeeds(ctx: ReadCtx, jobTaskId: string): Promise<number[]> {
  const rows = await ctx.db.generation.findMany({ where: { jobTaskId }, select: { seed: true } });
  return rows.map(({ seed }) => Number(seed));
}

/** What can be made again, with what its price is made of; the person's own only. */
export function findOwnGeneration(ctx: ReadCtx, ownerId: string, id: string) {
  return ctx.db.generation.findFirst({
    where: { id, ownerId, deletedAt: null },
    include: { baseModel: true },
  });
}

export function findChildren(tx: TxCtx, parentId: string): Promise<Generation[]> {
  return tx.db.generation.findMany({ where: { parentId } });
}

export function countOpenPictures(ctx: ReadCtx, ownerId: string): Promise<number> {
  return ctx.db.generation.count({
    where: { ownerId, purpose: 'CUSTOMER', status: { in: OPEN_WORK } },
  });
}

/** Marks what somebody chose; when it was first chosen stays. */
export async function markPicked(tx: TxCtx, ids: readonly string[]): Promise<void> {
  await tx.db.generation.updateMany({
    where: { id: { in: [...ids] }, pickedAt: null },
    data: { pickedAt: tx.clock.now() },
  });
}

export async function updateFavourite(
  tx: TxCtx,
  ownerId: string,
  id: string,
  isFavourite: boolean,
): Promise<boolean> {
  const { count } = await tx.db.generation.updateMany({
    where: { id, ownerId, status: 'COMPLETED', deletedAt: null },
    data: { isFavourite },
  });
  return count === 1;
}

export type GalleryFilter = {
  favourites: boolean;
  unused: boolean;
  themeId: string | null;
  loraModelId: string | null;
  month: number | null;
};

const generationColumns = {
  baseModel: true,
  job: {
    select: { id: true, kind: true, theme: { select: { id: true, names: true } } },
  },
  jobTask: { select: { month: true } },
} satisfies Prisma.GenerationInclude;
export type GenerationRow = Prisma.GenerationGetPayload<{ include: typeof generationColumns }>;

/** Finished pictures, newest first; those of the staff's test desk stay there. */
export function findGallery(
  ctx: ReadCtx,
  ownerId: string,
  options: { filter: GalleryFilter; beforeId: string | null; limit: number },
): Promise<GenerationRow[]> {
  const { favourites, unused, themeId, loraModelId, month } = options.filter;
  return ctx.db.generation.findMany({
    where: {
      ownerId,
      purpose: { not: 'PROMPT_TEST' },
      status: 'COMPLETED',
      deletedAt: null,
      picture: {
        deletedAt: null,
        ...(unused ? { calendarImages: { none: { calendar: { deletedAt: null } } } } : {}),
      },
      ...(favourites ? { isFavourite: true } : {}),
      ...(themeId ? { job: { themeId } } : {}),
      ...(month ? { jobTask: { month } } : {}),
      ...(loraModelId ? { loras: { array_contains: [{ loraModelId }] } } : {}),
      ...(options.beforeId ? { id: { lt: options.beforeId } } : {}),
    },
    orderBy: { id: 'desc' },
    take: options.limit,
    include: generationColumns,
  });
}

export function findForView(
  ctx: ReadCtx,
  ownerId: string,
  where: { id?: string; jobId?: string },
): Promise<GenerationRow[]> {
  return ctx.db.generation.findMany({
    where: { ...where, ownerId, deletedAt: null },
    orderBy: { id: 'asc' },
    include: generationColumns,
  });
}

/** How open requests of these generations stand at the provider. */
export function findProgress(ctx: ReadCtx, ids: readonly string[]) {
  return ctx.db.modelRequest.findMany({
    where: {
      kind: 'GENERATION',
      subjectId: { in: [...ids] },
      status: { in: ['QUEUED', 'SUBMITTING', 'SUBMITTED'] },
    },
    select: { subjectId: true, providerStatus: true, queuePosition: true },
  });
}

/** The newest finished training's photos: what a picture is compared with. */
export async function findReferencePictures(
  ctx: ReadCtx,
  ownerId: string,
  loraModelId: string,
): Promise<string[]> {
  const training = await ctx.db.training.findFirst({
    where: { ownerId, loraModelId, status: 'COMPLETED' },
    orderBy: { createdAt: 'desc' },
    select: { pictures: { orderBy: { position: 'asc' }, select: { pictureId: true } } },
  });
  return training?.pictures.map(({ pictureId }) => pictureId) ?? [];
}
