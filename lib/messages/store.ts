import type { Id } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';

type MessageId = Id<'outboxMessage'>;

/** The message while it is still to be sent; null when it is sent, given up or erased. */
export function findQueued(ctx: Ctx, id: MessageId) {
  return ctx.db.outboxMessage.findFirst({ where: { id, status: 'QUEUED' } });
}

/** Counts an attempt before it is made. False when somebody else has just begun the same one. */
export async function beginAttempt(ctx: Ctx, id: MessageId, attemptsSoFar: number) {
  const { count } = await ctx.db.outboxMessage.updateMany({
    where: { id, status: 'QUEUED', attempts: attemptsSoFar },
    data: { attempts: attemptsSoFar + 1 },
  });
  return count === 1;
}

export async function markSent(
  ctx: Ctx,
  id: MessageId,
  { wipeData }: { wipeData: boolean },
): Promise<void> {
  await ctx.db.outboxMessage.updateMany({
    where: { id, status: 'QUEUED' },
    data: {
      status: 'SENT',
      sentAt: ctx.clock.now(),
      lastError: null,
      ...(wipeData ? { data: {} } : {}),
    },
  });
}

export async function recordFailure(
  ctx: Ctx,
  id: MessageId,
  failure: { reason: string; isFinal: boolean },
): Promise<void> {
  await ctx.db.outboxMessage.updateMany({
    where: { id, status: 'QUEUED' },
    data: { lastError: failure.reason, ...(failure.isFinal ? { status: 'FAILED' } : {}) },
  });
}

/** Back in line with all its attempts. False when the message had not failed. */
export async function markQueuedAgain(tx: TxCtx, id: MessageId): Promise<boolean> {
  const { count } = await tx.db.outboxMessage.updateMany({
    where: { id, status: 'FAILED' },
    data: { status: 'QUEUED', attempts: 0 },
  });
  return count === 1;
}
