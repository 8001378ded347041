import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ModelRequest } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/queue';
import { failRequest, giveUp } from './end-request';
import type { ModelWorks } from './model-work';
import { findModelRequest, keepRequestId, moveRequest } from './store';

/** The webhook usually comes first; the first look is for the case that it does not, or that none can reach us. */
const FIRST_LOOK_SECONDS = { withWebhook: 20, without: 4 };

/** Where the provider reports; our own id in it claims a request whose answer was lost. */
function webhookUrlOf(modelRequestId: string): string {
  const url = new URL('/api/webhooks/fal', requireEnv('APP_URL'));
  url.searchParams.set('request', modelRequestId);
  return url.href;
}

/**
 * Hands a request to the provider, at most once in its life: it is marked before the call leaves, and a marked one is
 * never sent again. An answer that was lost is found by its webhook, or ends at the deadline with the stars released.
 * @throws DomainError "model.unavailable" while the provider certainly did not take it: the job tries again
 */
export async function submitModelRequest(
  ctx: Ctx,
  modelRequestId: Id<'modelRequest'>,
  works: ModelWorks,
): Promise<void> {
  const request = await findModelRequest(ctx, modelRequestId);
  if (request?.status !== 'QUEUED') return;
  if (request.deadlineAt < ctx.clock.now()) return giveUp(ctx, request, works);
  const work = works[request.kind];
  let prepared: Awaited<ReturnType<typeof work.prepare>>;
  try {
    prepared = await work.prepare(ctx, request);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'model.unavailable') throw error;
    const failure = { kind: 'input', type: error.code, detail: error.message } as const;
    return failRequest(ctx, request, works, failure, error.code);
  }
  const ready = prepared;
  const isOurs = await inTransaction(ctx, async (tx) => {
    if (ready === null) {
      await moveRequest(tx, request.id, ['QUEUED'], {
        status: 'CANCELLED',
        finishedAt: tx.clock.now(),
      });
      return false;
    }
    const isMoved = await moveRequest(tx, request.id, ['QUEUED'], {
      status: 'SUBMITTING',
      input: ready.record,
      submittedAt: tx.clock.now(),
    });
    if (!isMoved) return false;
    if (await work.onStarted(tx, request)) return true;
    await moveRequest(tx, request.id, ['SUBMITTING'], {
      status: 'CANCELLED',
      finishedAt: tx.clock.now(),
    });
    return false;
  });
  if (!isOurs || ready === null) return;
  const submission = await ctx.providers.models.submit({
    endpoint: request.endpoint,
    input: ready.input,
    webhookUrl: webhookUrlOf(request.id),
  });
  switch (submission.outcome) {
    case 'taken':
      return noteTaken(ctx, request, submission.requestId);
    case 'unknown':
      ctx.log.warn('the answer about a model request was lost', {
        modelRequestId,
        detail: submission.detail,
      });
      // There is no id to ask by: its webhook claims it, or the watch ends it at the deadline.
      return;
    case 'refused':
      return failRequest(ctx, request, works, submission.failure);
    case 'busy':
      await moveRequest(ctx, request.id, ['SUBMITTING'], {
        status: 'QUEUED',
        checkedAt: ctx.clock.now(),
      });
      throw new DomainError('model.unavailable', {}, { cause: new Error(submission.detail) });
  }
}

/** Keeps the provider's id before anybody waits for anything. */
async function noteTaken(ctx: Ctx, request: ModelRequest, requestId: string): Promise<void> {
  const modelRequestId = request.id as Id<'modelRequest'>;
  const hasWebhook = ctx.providers.models.canReach(requireEnv('APP_URL'));
  const startAfterSeconds = FIRST_LOOK_SECONDS[hasWebhook ? 'withWebhook' : 'without'];
  await inTransaction(ctx, async (tx) => {
    await keepRequestId(tx, request.id, requestId);
    const isOpen = await moveRequest(tx, request.id, ['SUBMITTING'], { status: 'SUBMITTED' });
    const now = await findModelRequest(tx, request.id);
    if (isOpen) {
      await enqueue(tx, 'model.check', { modelRequestId }, { startAfterSeconds });
    } else if (now?.status === 'CANCELLED' || now?.status === 'FAILED') {
      // Ended while the call was on its way: only now is there an id to cancel by.
      await enqueue(tx, 'model.cancel', { modelRequestId });
    }
  });
}
