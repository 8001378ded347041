import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from './context';
import type { Prisma } from './generated/client';

/** @returns false when this event was stored before */
export async function insertWebhookEvent(
  tx: TxCtx,
  data: Prisma.WebhookEventCreateManyInput,
): Promise<boolean> {
  const { count } = await tx.db.webhookEvent.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export function findWebhookEvent(ctx: ReadCtx, webhookEventId: Id<'webhookEvent'>) {
  return ctx.db.webhookEvent.findUnique({ where: { id: webhookEventId } });
}

export async function markProcessed(
  ctx: ReadCtx,
  webhookEventId: Id<'webhookEvent'>,
  outcome: string,
): Promise<void> {
  await ctx.db.webhookEvent.updateMany({
    where: { id: webhookEventId, processedAt: null },
    data: { processedAt: ctx.clock.now(), outcome },
  });
}

/** Empties events of one sender that were worked off and came before that. */
export async function forgetEvents(
  ctx: ReadCtx,
  which: { provider: string; receivedBefore: Date },
): Promise<void> {
  await ctx.db.webhookEvent.updateMany({
    where: {
      provider: which.provider,
      receivedAt: { lt: which.receivedBefore },
      processedAt: { not: null },
      NOT: { body: '' },
    },
    data: { body: '', subject: {} },
  });
}
