import { newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';

/** Notes which page of a customer an admin looked at, or which file they took away. */
export async function noteLook(ctx: Ctx, path: string): Promise<void> {
  const { userId, lookedAtBy } = ctx.actor;
  await ctx.db.auditEvent.create({
    data: {
      id: newId('auditEvent'),
      actorId: lookedAtBy,
      action: 'impersonation.looked',
      subject: userId ?? '',
      data: { path },
      createdAt: ctx.clock.now(),
    },
  });
}
