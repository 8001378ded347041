import { newId } from '@/lib/core/ids';
import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

/** Notes who looked at or changed what. Ids and choices only: names and addresses stay in their own rows. */
export async function recordAudit(
  ctx: ReadCtx,
  entry: { action: string; subject: string; data?: Prisma.InputJsonObject },
): Promise<void> {
  await ctx.db.auditEvent.create({
    data: {
      id: newId('auditEvent'),
      actorId: ctx.actor.userId,
      action: entry.action,
      subject: entry.subject,
      data: entry.data ?? {},
      createdAt: ctx.clock.now(),
    },
  });
}
