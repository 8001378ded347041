import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';

export async function handleModelSubmit(
  ctx: Ctx,
  payload: JobPayload<'model.submit'>,
): Promise<void> {
  await submitModelRequest(ctx, payload.modelRequestId, MODEL_WORKS);
}
