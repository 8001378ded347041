import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ModelFailure } from '@/lib/providers/ports/model-queue';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { failRequest } from '@/lib/studio/requests/end-request';
import { findNewestOf, findWorkStatus, OPEN_REQUEST } from '@/lib/studio/requests/store';
import { OPEN_WORK } from '@/lib/studio/work-states';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { type WorkId, workKindOf } from './studio-schema';

/**
 * Ends open work as its own rules end a failed one: its stars come back, the customer reads why, and no other attempt
 * follows. The provider is asked to stop as well.
 * @throws DomainError "account.not_allowed", "work.not_found", "work.over"
 */
export async function stopStudioWork(
  ctx: Ctx,
  { workId, reason }: { workId: WorkId; reason: string },
): Promise<void> {
  requireStaff(ctx, 'content');
  const kind = workKindOf(workId);
  const status = await findWorkStatus(ctx, kind, workId);
  if (status === null) throw new DomainError('work.not_found');
  const request = await findNewestOf(ctx, kind, workId);
  if (!OPEN_WORK.includes(status) || !request) throw new DomainError('work.over');
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, { action: 'studio.stopped', subject: workId, data: { reason } }),
  );
  // Of the kind that no work tries again by itself.
  const failure: ModelFailure = { kind: 'input', type: 'stopped_by_staff', detail: reason };
  if (OPEN_REQUEST.includes(request.status)) {
    await failRequest(ctx, request, MODEL_WORKS, failure, 'model.stopped');
  } else {
    await inTransaction(ctx, (tx) =>
      MODEL_WORKS[kind].onFailed(tx, request, { ...failure, code: 'model.stopped' }),
    );
  }
  if (request.requestId === null) return;
  try {
    await ctx.providers.models.cancel(request.endpoint, request.requestId);
  } catch (error) {
    // It may run to its end there; here it is over.
    if (!(error instanceof DomainError)) throw error;
    ctx.log.warn('a stopped request was not stopped at the provider', { work: workId });
  }
}
