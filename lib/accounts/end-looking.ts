import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';

/** Stops looking with a customer's eyes in this browser. Doing it again changes nothing. */
export async function endLooking(ctx: Ctx): Promise<void> {
  const { loginSessionId, lookedAtBy, userId } = ctx.actor;
  if (loginSessionId === null || lookedAtBy === null) return;
  await inTransaction(ctx, async (tx) => {
    await tx.db.impersonation.updateMany({
      where: { sessionId: loginSessionId, endedAt: null },
      data: { endedAt: tx.clock.now() },
    });
    await tx.db.auditEvent.create({
      data: {
        id: newId('auditEvent'),
        actorId: lookedAtBy,
        action: 'impersonation.ended',
        subject: userId ?? '',
        data: {},
        createdAt: tx.clock.now(),
      },
    });
  });
}
