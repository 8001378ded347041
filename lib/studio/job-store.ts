import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Job, JobStatus, Prisma, WorkStatus } from '@/lib/db/generated/client';
import { lockJobRow } from './generation-store';

/** Holds the owner's row until the transaction ends, so that jobs of one person are counted one after another. */
export async function lockOwner(tx: TxCtx, ownerId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from "User" where "id" = ${ownerId} for no key update`;
}

export function findJobByKey(ctx: ReadCtx, ownerId: string, requestKey: string) {
  return ctx.db.job.findUnique({
    where: { ownerId_requestKey: { ownerId, requestKey } },
  });
}

export function countOpenJobs(ctx: ReadCtx, ownerId: string): Promise<number> {
  return ctx.db.job.count({ where: { ownerId, status: 'RUNNING' } });
}

export async function insertJob(
  tx: TxCtx,
  job: Prisma.JobUncheckedCreateInput,
  tasks: readonly Prisma.JobTaskCreateManyInput[],
): Promise<void> {
  await tx.db.job.create({ data: job });
  await tx.db.jobTask.createMany({ data: [...tasks] });
}

const jobColumns = {
  theme: { select: { id: true, names: true } },
  loraModel: { select: { id: true, name: true, deletedAt: true, previewPictureId: true } },
  baseModel: { select: { id: true, name: true, version: true } },
  tasks: { orderBy: { position: 'asc' } },
} satisfies Prisma.JobInclude;
export type JobRow = Prisma.JobGetPayload<{ include: typeof jobColumns }>;

export function findJob(ctx: ReadCtx, ownerId: string, jobId: string): Promise<JobRow | null> {
  return ctx.db.job.findFirst({ where: { id: jobId, ownerId }, include: jobColumns });
}

/** The same, locked until the transaction ends. */
export async function lockJob(tx: TxCtx, ownerId: string, jobId: string): Promise<JobRow | null> {
  await lockJobRow(tx, jobId);
  return findJob(tx, ownerId, jobId);
}

const summaryColumns = {
  ...jobColumns,
  tasks: {
    orderBy: { position: 'asc' },
    select: {
      status: true,
      month: true,
      chosen: { select: { deletedAt: true, pictureId: true } },
    },
  },
  generations: { select: { status: true } },
} satisfies Prisma.JobInclude;
export type JobSummaryRow = Prisma.JobGetPayload<{ include: typeof summaryColumns }>;

export function findJobs(
  ctx: ReadCtx,
  ownerId: string,
  options: { kind: 'MONTH_SET' | 'PROMPT'; limit: number },
): Promise<JobSummaryRow[]> {
  return ctx.db.job.findMany({
    where: { ownerId, kind: options.kind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: options.limit,
    include: summaryColumns,
  });
}

export function findLastJob(
  ctx: ReadCtx,
  ownerId: string,
  kind: 'MONTH_SET' | 'PROMPT',
): Promise<Job | null> {
  return ctx.db.job.findFirst({ where: { ownerId, kind }, orderBy: { createdAt: 'desc' } });
}

export function findGenerationStates(tx: TxCtx, jobId: string) {
  return tx.db.generation.findMany({
    where: { jobId },
    select: { id: true, jobTaskId: true, status: true, holdId: true },
    orderBy: { id: 'asc' },
  });
}

export function findTaskStates(tx: TxCtx, jobId: string) {
  return tx.db.jobTask.findMany({ where: { jobId }, select: { id: true, status: true } });
}

export async function saveTaskStatus(tx: TxCtx, id: string, status: WorkStatus): Promise<void> {
  await tx.db.jobTask.updateMany({ where: { id }, data: { status } });
}

export async function saveJobStatus(
  tx: TxCtx,
  id: string,
  status: JobStatus,
  finishedAt: Date | null,
): Promise<boolean> {
  const { count } = await tx.db.job.updateMany({
    where: { id, status: { not: status } },
    data: { status, finishedAt },
  });
  return count === 1;
}

/** The first picture that came, unless one was chosen. */
export async function offerChoice(tx: TxCtx, taskId: string, generationId: string): Promise<void> {
  await tx.db.jobTask.updateMany({
    where: { id: taskId, chosenGenerationId: null },
    data: { chosenGenerationId: generationId },
  });
}

export async function setChoice(
  tx: TxCtx,
  taskId: string,
  generationId: string | null,
): Promise<void> {
  await tx.db.jobTask.update({
    where: { id: taskId },
    data: { chosenGenerationId: generationId },
  });
}

/** Finished pictures of a job that can be chosen. */
export function findChoosable(ctx: ReadCtx, jobId: string) {
  return ctx.db.generation.findMany({
    where: { jobId, status: 'COMPLETED', deletedAt: null, picture: { deletedAt: null } },
    orderBy: { id: 'asc' },
    select: { id: true, jobTaskId: true, pictureId: true, isFavourite: true },
  });
}

export function findOpenBaseModel(ctx: ReadCtx, id: string) {
  return ctx.db.baseModel.findFirst({ where: { id, type: 'FLUX', isActive: true } });
}

export function findPublishedTheme(ctx: ReadCtx, id: string) {
  return ctx.db.promptTheme.findFirst({
    where: { id, status: 'PUBLISHED' },
    include: { prompts: { orderBy: { month: 'asc' } } },
  });
}

const SHARED_MAX = 100;
const withCategory = { category: true } satisfies Prisma.LoraModelInclude;
export type UsableLora = Prisma.LoraModelGetPayload<{ include: typeof withCategory }>;

/** Learned models that a person may use: their own, all of them, and then the newest looks that others share. */
export async function findUsableLoras(
  ctx: ReadCtx,
  ownerId: string,
  where: Prisma.LoraModelWhereInput = {},
): Promise<UsableLora[]> {
  const own = await ctx.db.loraModel.findMany({
    where: { AND: [where], ownerId, deletedAt: null },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }],
    include: withCategory,
  });
  const shared = await ctx.db.loraModel.findMany({
    where: {
      AND: [where],
      ownerId: { not: ownerId },
      owner: { blockedAt: null },
      isPublic: true,
      type: 'STYLE',
      deletedAt: null,
    },
    orderBy: { createdAt: 'desc' },
    take: SHARED_MAX,
    include: withCategory,
  });
  return [...own, ...shared];
}

export function findStudioData(ctx: ReadCtx) {
  return Promise.all([
    ctx.db.baseModel.findMany({
      where: { type: 'FLUX', isActive: true },
      orderBy: [{ isDefault: 'desc' }, { sortOrder: 'asc' }],
    }),
    ctx.db.promptTheme.findMany({
      where: { status: 'PUBLISHED' },
      orderBy: [{ sortOrder: 'asc' }, { slug: 'asc' }],
    }),
  ]);
}

/** Names of models in a picture, whoever they belong to; what was deleted has none. */
export function findLoraNames(ctx: ReadCtx, ids: readonly string[]) {
  return ctx.db.loraModel.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true, name: true, ownerId: true, isPublic: true, starsRequired: true },
  });
}

export function findSetForMail(ctx: ReadCtx, jobId: string) {
  return ctx.db.job.findUnique({
    where: { id: jobId },
    select: {
      kind: true,
      ownerId: true,
      theme: { select: { names: true } },
      owner: { select: { email: true, setting: { select: { interfaceLanguage: true } } } },
    },
  });
}
