import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';
import { type ModelRequestKind, Prisma } from '@/lib/db/generated/client';

export function findForErasure(ctx: ReadCtx, id: string) {
  return ctx.db.loraModel.findUnique({
    where: { id },
    select: {
      id: true,
      ownerId: true,
      deletedAt: true,
      trainings: { select: { id: true, status: true } },
    },
  });
}

/** Generations of the owner that this model had a part in, deleted ones too. */
export function findDerived(ctx: ReadCtx, lora: { id: string; ownerId: string }) {
  return ctx.db.generation.findMany({
    where: {
      ownerId: lora.ownerId,
      OR: [{ loraModelId: lora.id }, { loras: { array_contains: [{ loraModelId: lora.id }] } }],
    },
    select: { id: true, status: true, pictureId: true, picture: { select: { deletedAt: true } } },
  });
}

/** Enlargements of these pictures: the provider has copies of them too. */
export async function findUpscalesOf(
  ctx: ReadCtx,
  pictureIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db.upscale.findMany({
    where: { pictureId: { in: [...pictureIds] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Calls that the provider knows of and that are over. */
export async function findKnownRequests(
  ctx: ReadCtx,
  works: readonly { kind: ModelRequestKind; subjectIds: readonly string[] }[],
) {
  const rows = await ctx.db.modelRequest.findMany({
    where: {
      requestId: { not: null },
      status: { in: ['COMPLETED', 'FAILED', 'CANCELLED'] },
      OR: works.map(({ kind, subjectIds }) => ({ kind, subjectId: { in: [...subjectIds] } })),
    },
    orderBy: { id: 'asc' },
    select: { endpoint: true, requestId: true, input: true, output: true },
  });
  return rows.map(({ input, output, ...row }) => ({
    ...row,
    isForgotten: output === null && Object.keys(input as object).length === 0,
  }));
}

/** What the rows still tell of the subject; their states, stars and times stay for the ledger. */
export async function forgetLora(
  tx: TxCtx,
  id: string,
  generationIds: readonly string[],
): Promise<void> {
  const generations = { id: { in: [...generationIds] } };
  await tx.db.generation.updateMany({
    where: { ...generations, deletedAt: null },
    data: { deletedAt: tx.clock.now() },
  });
  await tx.db.generation.updateMany({
    where: generations,
    data: { prompt: '', negativePrompt: null },
  });
  await tx.db.trainingPicture.deleteMany({ where: { training: { loraModelId: id } } });
  await tx.db.training.updateMany({
    where: { loraModelId: id },
    data: { instancePrompt: '', classPrompt: null, archiveKey: null },
  });
  await tx.db.loraModel.updateMany({
    where: { id, deletedAt: { not: null } },
    data: {
      name: '',
      description: '',
      facts: {},
      photos: [],
      weightsKey: null,
      weightsBytes: null,
      weightsSha256: null,
      previewPictureId: null,
    },
  });
}

/** What was sent, what came back and what the provider's events told, of requests whose copies there are gone. */
export async function forgetRequests(ctx: Ctx, requestIds: readonly string[]): Promise<void> {
  await ctx.db.modelRequest.updateMany({
    where: { requestId: { in: [...requestIds] } },
    data: { input: {}, output: Prisma.DbNull },
  });
  await ctx.db.webhookEvent.updateMany({
    where: { provider: 'fal', externalId: { in: [...requestIds] } },
    data: { body: '' },
  });
}

/**
 * Deleted models that something is left of: their erasure was given up, or the provider told its id of a request only
 * after it. In any order, so that one that cannot be erased does not keep others from it.
 * @param before deleted earlier than that; a fresh one has its job
 */
export async function findUnerased(ctx: ReadCtx, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select l."id" from "LoraModel" l
    where l."deletedAt" < ${before} and (
      l."name" <> ''
      or exists (
        select 1 from "Training" t
        join "ModelRequest" r on r."kind" = 'TRAINING' and r."subjectId" = t."id"
        where t."loraModelId" = l."id" and r."requestId" is not null and r."input" <> '{}'::jsonb)
      or exists (
        select 1 from "Generation" g
        join "ModelRequest" r on r."kind" = 'GENERATION' and r."subjectId" = g."id"
        where g."loraModelId" = l."id" and g."ownerId" = l."ownerId"
          and r."requestId" is not null and r."input" <> '{}'::jsonb))
    order by random() limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Every model of a person, deleted ones too. */
export function findLorasOf(ctx: ReadCtx, ownerId: string) {
  return ctx.db.loraModel.findMany({
    where: { ownerId },
    select: { id: true, name: true, deletedAt: true },
  });
}

export async function findWorkOf(ctx: ReadCtx, ownerId: string) {
  const generations = await ctx.db.generation.findMany({
    where: { ownerId },
    select: { id: true, status: true, prompt: true },
  });
  const upscales = await ctx.db.upscale.findMany({
    where: { ownerId },
    select: { id: true, status: true },
  });
  return { generations, upscales };
}

export async function forgetWorkOf(ctx: ReadCtx, ownerId: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.generation.updateMany({
    where: { ownerId, deletedAt: null },
    data: { deletedAt: now },
  });
  await ctx.db.generation.updateMany({
    where: { ownerId },
    data: { prompt: '', negativePrompt: null },
  });
  await ctx.db.job.updateMany({ where: { ownerId }, data: { settings: {} } });
}
