import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { cancelAtProvider } from '@/lib/studio/requests/cancel-at-provider';

export async function handleModelCancel(
  ctx: Ctx,
  payload: JobPayload<'model.cancel'>,
): Promise<void> {
  await cancelAtProvider(ctx, payload.modelRequestId);
}
