import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';

/** Stands where a row must have a receiver. */
const ERASED = '-';

/** Empties every message to a person, sent or not; those that wait are not sent any more. */
export async function eraseMessagesOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const person = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, phone: true, orders: { select: { id: true, contactEmail: true } } },
  });
  const receivers = [
    person.email,
    person.phone,
    ...person.orders.map(({ contactEmail }) => contactEmail),
  ].filter((receiver) => receiver !== null);
  const mine = {
    NOT: { recipient: ERASED },
    OR: [
      { userId },
      { recipient: { in: receivers } },
      { subject: { in: person.orders.map(({ id }) => id) } },
    ],
  };
  await ctx.db.outboxMessage.updateMany({
    where: { ...mine, status: 'QUEUED' },
    data: { status: 'FAILED' },
  });
  const { count } = await ctx.db.outboxMessage.updateMany({
    where: mine,
    data: { recipient: ERASED, data: {}, lastError: null },
  });
  await ctx.db.messagePreference.deleteMany({ where: { userId } });
  return count;
}
