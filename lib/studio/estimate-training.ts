import type { ReadCtx } from '@/lib/db/context';
import { findDurations } from './training-store';

/** Enough to even out single slow ones, few enough to follow a provider that changes. */
const HISTORY = 15;
/** Fewer than that say little. */
const HISTORY_MIN = 3;

/** What a training with that model usually takes, in seconds: the median of the last ones, else what its maker says. */
export async function usualSecondsOf(
  ctx: ReadCtx,
  trainer: { id: string; usualSeconds: number },
): Promise<number> {
  const past = (await findDurations(ctx, trainer.id, HISTORY)).filter((seconds) => seconds > 0);
  if (past.length < HISTORY_MIN) return trainer.usualSeconds;
  const sorted = past.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? trainer.usualSeconds;
}
