import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { findModelRequest } from './store';

/**
 * Asks the provider to stop what nobody waits for any more.
 * @throws DomainError "model.unavailable": the job tries again
 */
export async function cancelAtProvider(
  ctx: Ctx,
  modelRequestId: Id<'modelRequest'>,
): Promise<void> {
  const request = await findModelRequest(ctx, modelRequestId);
  if (!request?.requestId) return;
  if (request.status !== 'CANCELLED' && request.status !== 'FAILED') return;
  await ctx.providers.models.cancel(request.endpoint, request.requestId);
}
