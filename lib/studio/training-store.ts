import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma, Training, WorkStatus } from '@/lib/db/generated/client';

export function findTrainingByKey(
  ctx: ReadCtx,
  { ownerId }: { ownerId: Id<'user'> },
  requestKey: string,
): Promise<Training | null> {
  return ctx.db.training.findUnique({ where: { ownerId_requestKey: { ownerId, requestKey } } });
}

export async function insertTraining(
  tx: TxCtx,
  data: Prisma.TrainingUncheckedCreateInput,
  pictureIds: readonly string[],
): Promise<void> {
  await tx.db.training.create({ data });
  await tx.db.trainingPicture.createMany({
    data: pictureIds.map((pictureId, position) => ({ trainingId: data.id, position, pictureId })),
  });
}

/** Moves by compare-and-set. @returns false when it was not in one of these states any more */
export async function moveTraining(
  tx: TxCtx,
  id: string,
  from: WorkStatus[],
  data: Prisma.TrainingUpdateManyMutationInput & { status: WorkStatus },
): Promise<boolean> {
  const { count } = await tx.db.training.updateMany({
    where: { id, status: { in: from } },
    data,
  });
  return count === 1;
}

const forWork = {
  loraModel: { include: { category: true } },
  baseModel: true,
  owner: {
    select: { email: true, setting: { select: { interfaceLanguage: true } } },
  },
  pictures: {
    orderBy: { position: 'asc' },
    include: { picture: { select: { status: true, masterKey: true, deletedAt: true } } },
  },
} satisfies Prisma.TrainingInclude;
export type TrainingForWork = Prisma.TrainingGetPayload<{ include: typeof forWork }>;

/** With everything that working it off needs. */
export function findTrainingForWork(ctx: ReadCtx, id: string): Promise<TrainingForWork | null> {
  return ctx.db.training.findUnique({ where: { id }, include: forWork });
}

/** The person's training of that model, with its state. */
export function findOwnTraining(
  ctx: ReadCtx,
  { ownerId }: { ownerId: Id<'user'> },
  ids: { loraModelId: Id<'loraModel'>; trainingId: Id<'training'> },
): Promise<Training | null> {
  return ctx.db.training.findFirst({
    where: {
      id: ids.trainingId,
      loraModelId: ids.loraModelId,
      ownerId,
      loraModel: { deletedAt: null },
    },
  });
}

export function findOpenTraining(ctx: ReadCtx, loraModelId: string): Promise<Training | null> {
  return ctx.db.training.findFirst({
    where: { loraModelId, status: { in: ['QUEUED', 'RUNNING'] } },
  });
}

/** How long the newest trainings with that model took, in seconds; unordered. */
export async function findDurations(
  ctx: ReadCtx,
  baseModelId: string,
  limit: number,
): Promise<number[]> {
  const rows = await ctx.db.training.findMany({
    where: {
      baseModelId,
      status: 'COMPLETED',
      startedAt: { not: null },
      completedAt: { not: null },
    },
    orderBy: { completedAt: 'desc' },
    take: limit,
    select: { startedAt: true, completedAt: true },
  });
  return rows.map(
    ({ startedAt, completedAt }) =>
      ((completedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)) / 1000,
  );
}

/** What the provider last said of these trainings. */
export async function findProviderWords(
  ctx: ReadCtx,
  trainingIds: readonly string[],
): Promise<Map<string, { providerStatus: string | null; queuePosition: number | null }>> {
  const rows = await ctx.db.modelRequest.findMany({
    where: { kind: 'TRAINING', subjectId: { in: [...trainingIds] } },
    orderBy: { attempt: 'asc' },
    select: { subjectId: true, providerStatus: true, queuePosition: true },
  });
  return new Map(rows.map(({ subjectId, ...words }) => [subjectId, words]));
}

/** Archives that are still kept although their training is over. */
export function findIdleArchives(ctx: ReadCtx, loraModelId: string | null, limit: number) {
  return ctx.db.training.findMany({
    where: {
      archiveKey: { not: null },
      status: { in: ['COMPLETED', 'FAILED', 'CANCELLED'] },
      ...(loraModelId === null ? {} : { loraModelId }),
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, archiveKey: true },
  });
}

export async function forgetArchive(ctx: ReadCtx, id: string): Promise<void> {
  await ctx.db.training.updateMany({ where: { id }, data: { archiveKey: null } });
}

/** States of trainings by id, and which weights their models use. */
export function findStatesOf(ctx: ReadCtx, ids: readonly string[]) {
  return ctx.db.training.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      status: true,
      completedAt: true,
      loraModel: { select: { weightsKey: true } },
    },
  });
}

/** The picture model that previews of a family are made with: the default one, else the first. */
export function findPreviewModel(ctx: ReadCtx, family: string) {
  return ctx.db.baseModel.findFirst({
    where: { type: 'FLUX', family, isActive: true },
    orderBy: [{ isDefault: 'desc' }, { sortOrder: 'asc' }, { id: 'asc' }],
  });
}
