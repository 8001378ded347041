import { type Ctx, inTransaction } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { enqueue } from '@/lib/jobs/queue';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';

/** One look, and the next one while the request is open. */
export async function handleModelCheck(
  ctx: Ctx,
  payload: JobPayload<'model.check'>,
): Promise<void> {
  const seconds = await checkModelRequest(ctx, payload.modelRequestId, MODEL_WORKS);
  if (seconds === null) return;
  await inTransaction(ctx, (tx) =>
    enqueue(tx, 'model.check', payload, { startAfterSeconds: seconds }),
  );
}
