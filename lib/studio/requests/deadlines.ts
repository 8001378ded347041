import type { ModelRequest, ModelRequestKind } from '@/lib/db/generated/client';

const MINUTE_MS = 60_000;

/** How long a work may take before it counts as lost. */
const LIFE_MS: Record<ModelRequestKind, number> = {
  TRAINING: 180 * MINUTE_MS,
  GENERATION: 30 * MINUTE_MS,
  UPSCALE: 30 * MINUTE_MS,
};

/** However long the provider's queue is: well within the life of a hold of stars, a day. */
const LIFE_MAX_MS = 12 * 60 * MINUTE_MS;

export function firstDeadline(kind: ModelRequestKind, now: Date): Date {
  return new Date(now.getTime() + LIFE_MS[kind]);
}

/** The deadline of a request that the provider says is still waiting for its turn. */
export function laterDeadline(request: ModelRequest, now: Date): Date {
  const latest = request.createdAt.getTime() + LIFE_MAX_MS;
  const moved = Math.min(latest, firstDeadline(request.kind, now).getTime());
  return new Date(Math.max(request.deadlineAt.getTime(), moved));
}
