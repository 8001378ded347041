import type { Ctx } from '@/lib/db/context';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { releaseForgottenHolds } from '@/lib/studio/release-forgotten-holds';
import { watchModelRequests } from '@/lib/studio/requests/watch-requests';

export async function handleModelsWatch(ctx: Ctx): Promise<void> {
  await watchModelRequests(ctx);
  await releaseForgottenHolds(ctx, MODEL_WORKS);
}
