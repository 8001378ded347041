import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { NOBODY } from './store';

/** Empties every message to a person, sent or not; those that wait are not sent any more. */
export async function eraseMessagesOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const person = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      phone: true,
      orders: { select: { id: true } },
      certificates: { select: { id: true } },
    },
  });
  await forgetGiver(
    ctx,
    person.certificates.map(({ id }) => id),
  );
  const receivers = [person.email, person.phone].filter((receiver) => receiver !== null);
  const mine = {
    NOT: { recipient: NOBODY },
    OR: [
      { userId },
      // Only what is nobody else's: anybody may type somebody's address into an order of their own.
      { userId: null, recipient: { in: receivers } },
      { subject: { in: person.orders.map(({ id }) => id) } },
    ],
  };
  await ctx.db.outboxMessage.updateMany({
    where: { ...mine, status: 'QUEUED' },
    data: { status: 'FAILED' },
  });
  const { count } = await ctx.db.outboxMessage.updateMany({
    where: mine,
    data: { recipient: NOBODY, data: {}, lastError: null },
  });
  await ctx.db.messagePreference.deleteMany({ where: { userId } });
  return count;
}

/** Letters with gifts of theirs belong to their receivers: those keep them, without a word of who gave. */
async function forgetGiver(ctx: Ctx, certificateIds: readonly string[]): Promise<void> {
  await ctx.db.$executeRaw`
    update "OutboxMessage" set "data" = "data" || '{"buyerName": null, "message": ""}'::jsonb
    where "template" = 'gift-certificate' and "subject" = any(${[...certificateIds]})
      and "data" ? 'buyerName'`;
}
