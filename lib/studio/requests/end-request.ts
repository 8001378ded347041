import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ModelRequest } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/queue';
import type { ModelFailure } from '@/lib/providers/ports/model-queue';
import type { ModelWorks } from './model-work';
import { moveRequest, OPEN_REQUEST } from './store';

const CODES: Record<ModelFailure['kind'], ErrorCode> = {
  blocked: 'model.blocked',
  input: 'model.input_refused',
  ours: 'model.failed',
  temporary: 'model.failed',
  account: 'model.locked',
};

/** Staff read it; a provider may write pages. */
const DETAIL_MAX = 2000;

export const LOST: ModelFailure = {
  kind: 'temporary',
  type: 'lost',
  detail: 'Nothing was heard of it before its deadline.',
};

/**
 * Ends an open request without a result, together with what that means to its work; once, whoever comes first.
 * @param code what the customer reads; by the kind of failure when left out
 */
export async function failRequest(
  ctx: Ctx,
  request: ModelRequest,
  works: ModelWorks,
  failure: ModelFailure,
  code: ErrorCode = failure === LOST ? 'model.lost' : CODES[failure.kind],
): Promise<void> {
  if (failure.kind === 'ours' || failure.kind === 'account') {
    ctx.log.error(
      'a model request was refused',
      new Error(`${failure.type}: ${withoutLinks(failure.detail)}`),
      {
        modelRequestId: request.id,
        endpoint: request.endpoint,
      },
    );
  }
  await inTransaction(ctx, async (tx) => {
    const isMoved = await moveRequest(tx, request.id, OPEN_REQUEST, {
      status: 'FAILED',
      errorType: failure.type.slice(0, 200),
      errorDetail: withoutLinks(failure.detail).slice(0, DETAIL_MAX),
      finishedAt: tx.clock.now(),
    });
    if (!isMoved) return;
    await works[request.kind].onFailed(tx, request, { ...failure, code });
    if (failure === LOST && request.requestId !== null) {
      // It may still run there, for nobody.
      await enqueue(tx, 'model.cancel', { modelRequestId: request.id as Id<'modelRequest'> });
    }
  });
}

/** A provider may quote the link it was given: whoever reads it could open the photos. */
function withoutLinks(detail: string): string {
  return detail.replace(/https?:\/\/[^\s"'<>)\]]+/gi, '(link)');
}

/** Ends an open request whose deadline passed without a word about it. */
export function giveUp(ctx: Ctx, request: ModelRequest, works: ModelWorks): Promise<void> {
  // Never handed over is the provider's absence; handed over without an answer is a loss.
  const code = request.status === 'QUEUED' ? 'model.unavailable' : 'model.lost';
  return failRequest(ctx, request, works, LOST, code);
}
