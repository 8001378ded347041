import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { eraseLoraModel } from './erase-lora-model';
import { findUnerased } from './erase-store';

/** The job of a deletion has tried for long enough by then. */
const GIVEN_UP_AFTER_MS = 6 * 60 * 60 * 1000;
/** In one go: each may wait for the provider. */
const BATCH = 5;

/**
 * Erases what is left of models that were deleted hours ago: their job was given up, or the provider told of a request
 * only after it. A person asked for it, so it is tried for as long as it takes, with an alarm each time that it fails.
 */
export async function eraseAgain(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - GIVEN_UP_AFTER_MS);
  for (const id of await findUnerased(ctx, before, BATCH)) {
    try {
      await eraseLoraModel(ctx, id as Id<'loraModel'>);
    } catch (error) {
      ctx.log.error('a deleted model is not erased yet', error, { loraModelId: id });
    }
  }
}
