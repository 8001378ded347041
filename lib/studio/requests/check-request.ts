import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ModelRequest } from '@/lib/db/generated/client';
import { laterDeadline } from './deadlines';
import { failRequest, giveUp, LOST } from './end-request';
import type { Collected, ModelWork, ModelWorks } from './model-work';
import { findModelRequest, markLooked, moveRequest, saveProgress } from './store';

/** Looks come at a tenth of the age of the request, within these bounds. */
const LOOK_MIN_SECONDS = 5;
const LOOK_MAX_SECONDS = 60;

/**
 * Asks how a request stands and moves our side along, at most once for each end: by webhook, by the look that comes
 * again by itself, and by the watch, in any order, any number of times, at once.
 * @returns in how many seconds to look again; null when it is over, or when there is nothing to ask about yet
 * @throws DomainError "model.unavailable" when the provider cannot say, and any error of the machine: the job tries
 * again, until the deadline ends the request
 */
export async function checkModelRequest(
  ctx: Ctx,
  modelRequestId: Id<'modelRequest'>,
  works: ModelWorks,
): Promise<number | null> {
  const request = await findModelRequest(ctx, modelRequestId);
  if (!request) return null;
  const isLate = request.deadlineAt < ctx.clock.now();
  if (request.status === 'SUBMITTED' && request.requestId !== null) {
    try {
      return await look(ctx, { ...request, requestId: request.requestId }, works);
    } catch (error) {
      if (!isLate) {
        await markLooked(ctx, request.id);
        throw error;
      }
      ctx.log.error('a model request is given up', error, { modelRequestId });
      await failRequest(ctx, request, works, LOST);
    }
  } else if (isLate) {
    await giveUp(ctx, request, works);
  }
  return null;
}

type Submitted = ModelRequest & { requestId: string };

async function look(ctx: Ctx, request: Submitted, works: ModelWorks): Promise<number | null> {
  const truth = await ctx.providers.models.state(request.endpoint, request.requestId);
  if (truth.state === 'ended') {
    await takeResult(ctx, request, works);
    return null;
  }
  const now = ctx.clock.now();
  // What waits in the provider's queue is not lost: its time begins when it runs.
  const deadlineAt = truth.state === 'queued' ? laterDeadline(request, now) : request.deadlineAt;
  if (truth.state === 'gone' || deadlineAt < now) {
    await failRequest(ctx, request, works, LOST);
    return null;
  }
  const providerStatus = truth.state === 'queued' ? 'IN_QUEUE' : 'IN_PROGRESS';
  const queuePosition = truth.state === 'queued' ? truth.queuePosition : null;
  const progress = { providerStatus, queuePosition, deadlineAt };
  await inTransaction(ctx, async (tx) => {
    if (await saveProgress(tx, request, progress)) {
      await works[request.kind].onProgress(tx, { ...request, ...progress });
    }
  });
  return nextLook(request, now);
}

async function takeResult(ctx: Ctx, request: Submitted, works: ModelWorks): Promise<void> {
  const work = works[request.kind];
  const result = await ctx.providers.models.result(request.endpoint, request.requestId);
  if (!result.ok) return failRequest(ctx, request, works, result.failure);
  const collected = await collect(ctx, request, work, result.output);
  if (!collected.ok) return failRequest(ctx, request, works, collected.failure);
  let isTaken = false;
  try {
    isTaken = await inTransaction(ctx, async (tx) => {
      const isMoved = await moveRequest(tx, request.id, ['SUBMITTED'], {
        status: 'COMPLETED',
        output: collected.record,
        finishedAt: tx.clock.now(),
      });
      return isMoved && (await work.onCompleted(tx, request, collected.made));
    });
  } catch (error) {
    // A refusal of ours wrote nothing; after any other failure the rows may stand, and the files with them.
    if (error instanceof DomainError) await work.discard(ctx, collected.made);
    throw error;
  }
  if (!isTaken) await work.discard(ctx, collected.made);
}

/** A file that no try can fetch is a failure of the result, not of the machine. */
async function collect<Made>(
  ctx: Ctx,
  request: ModelRequest,
  work: ModelWork<Made>,
  output: unknown,
): Promise<Collected<Made>> {
  try {
    return await work.collect(ctx, request, output);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'model.failed') throw error;
    const detail = error.cause instanceof Error ? error.cause.message : error.message;
    return { ok: false, failure: { kind: 'temporary', type: 'unusable_result', detail } };
  }
}

function nextLook(request: ModelRequest, now: Date): number {
  const ageSeconds = (now.getTime() - request.createdAt.getTime()) / 1000;
  return Math.round(Math.min(LOOK_MAX_SECONDS, Math.max(LOOK_MIN_SECONDS, ageSeconds / 10)));
}
