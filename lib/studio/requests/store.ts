import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type {
  ModelRequest,
  ModelRequestKind,
  ModelRequestStatus,
  Prisma,
  WorkStatus,
} from '@/lib/db/generated/client';

export const OPEN_REQUEST: ModelRequestStatus[] = ['QUEUED', 'SUBMITTING', 'SUBMITTED'];

export function insertModelRequest(tx: TxCtx, data: Prisma.ModelRequestUncheckedCreateInput) {
  return tx.db.modelRequest.create({ data });
}

export function findModelRequest(ctx: ReadCtx, id: string): Promise<ModelRequest | null> {
  return ctx.db.modelRequest.findUnique({ where: { id } });
}

export function findByRequestId(ctx: ReadCtx, requestId: string): Promise<ModelRequest | null> {
  return ctx.db.modelRequest.findUnique({ where: { requestId } });
}

/** The open requests of one work: at most one by construction. */
export function findOpenOf(ctx: ReadCtx, kind: ModelRequestKind, subjectId: string) {
  return ctx.db.modelRequest.findMany({
    where: { kind, subjectId, status: { in: OPEN_REQUEST } },
    orderBy: { attempt: 'desc' },
  });
}

/** Moves by compare-and-set. @returns false when it was not in one of these states any more */
export async function moveRequest(
  ctx: ReadCtx,
  id: string,
  from: ModelRequestStatus[],
  data: Prisma.ModelRequestUpdateManyMutationInput & { status: ModelRequestStatus },
): Promise<boolean> {
  const { count } = await ctx.db.modelRequest.updateMany({
    where: { id, status: { in: from } },
    data,
  });
  return count === 1;
}

/** The provider's id, kept once, whatever became of the request. @returns false when it has one */
export async function keepRequestId(ctx: ReadCtx, id: string, requestId: string): Promise<boolean> {
  const { count } = await ctx.db.modelRequest.updateMany({
    where: { id, requestId: null },
    data: { requestId },
  });
  return count === 1;
}

/** @returns true when what the provider says is news */
export async function saveProgress(
  tx: TxCtx,
  request: ModelRequest,
  progress: { providerStatus: string; queuePosition: number | null; deadlineAt: Date },
): Promise<boolean> {
  const isNews =
    request.providerStatus !== progress.providerStatus ||
    request.queuePosition !== progress.queuePosition;
  await tx.db.modelRequest.updateMany({
    where: { id: request.id, status: 'SUBMITTED' },
    data: { ...progress, checkedAt: tx.clock.now() },
  });
  return isNews;
}

/** Somebody looks after it: the watch leaves it alone for a while. */
export async function markLooked(ctx: ReadCtx, id: string): Promise<void> {
  await ctx.db.modelRequest.updateMany({
    where: { id, status: { in: OPEN_REQUEST } },
    data: { checkedAt: ctx.clock.now() },
  });
}

/** Open requests that nobody looked at since: waiting or handed over, or over their deadline whatever they are. */
export function findNeglected(ctx: ReadCtx, since: Date, limit: number) {
  const neverOrBefore = (start: 'createdAt' | 'submittedAt') => ({
    OR: [{ checkedAt: { lt: since } }, { checkedAt: null, [start]: { lt: since } }],
  });
  return ctx.db.modelRequest.findMany({
    where: {
      OR: [
        { status: 'QUEUED', ...neverOrBefore('createdAt') },
        { status: 'SUBMITTED', ...neverOrBefore('submittedAt') },
        {
          status: { in: OPEN_REQUEST },
          deadlineAt: { lt: ctx.clock.now() },
          OR: [{ checkedAt: { lt: since } }, { checkedAt: null }],
        },
      ],
    },
    orderBy: { createdAt: 'asc' },
    take: limit,
  });
}

/** The newest request of a work, open or over. */
export function findNewestOf(ctx: ReadCtx, kind: ModelRequestKind, subjectId: string) {
  return ctx.db.modelRequest.findFirst({
    where: { kind, subjectId },
    orderBy: { attempt: 'desc' },
  });
}

/** State of the work that a request is for; null when there is no such work any more. */
export async function findWorkStatus(
  ctx: ReadCtx,
  kind: ModelRequestKind,
  id: string,
): Promise<WorkStatus | null> {
  const wanted = { where: { id }, select: { status: true } };
  const found =
    kind === 'TRAINING'
      ? await ctx.db.training.findUnique(wanted)
      : kind === 'GENERATION'
        ? await ctx.db.generation.findUnique(wanted)
        : await ctx.db.upscale.findUnique(wanted);
  return found?.status ?? null;
}
