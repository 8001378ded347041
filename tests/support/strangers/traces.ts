import { newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import type { Things } from './belongings';

/** What others keep because of somebody: their providers, staff, and the guest they once were. */
export async function leaveTraces(ctx: PersonCtx, things: Things, secret: string): Promise<void> {
  const { db } = ctx;
  const { userId } = ctx.actor;
  const chat = `chat-${userId}`;
  await db.linkedAccount.deleteMany({ where: { userId, provider: 'TELEGRAM' } });
  await db.linkedAccount.create({
    data: { id: newId('linkedAccount'), userId, provider: 'TELEGRAM', externalId: chat },
  });
  const refundId = `re_${things.failedRefund}`;
  await db.refund.update({ where: { id: things.failedRefund }, data: { externalId: refundId } });
  const about = [
    ['stripe', { refundId }],
    ['stripe', { disputeId: `dp_${things.dispute}` }],
    ['prodigi', { printJobId: things.printJob }],
    ['telegram-bot', { kind: 'message', text: secret, from: { id: chat, name: secret } }],
  ] as const;
  for (const [provider, subject] of about) {
    const id = newId('webhookEvent');
    await db.webhookEvent.create({
      data: { id, provider, externalId: id, type: 'traces', body: secret, subject },
    });
  }
  await db.orderEvent.create({
    data: {
      id: newId('orderEvent'),
      orderId: things.paidOrder,
      kind: 'noted',
      isInternal: true,
      data: { text: `${secret} called twice` },
    },
  });
  await db.claim.updateMany({ where: { ownerId: userId }, data: { answer: `Dear ${secret}` } });
  const { number, order } = await db.printJob.findUniqueOrThrow({
    where: { id: things.printJob },
    include: { order: true },
  });
  await ctx.providers.files.put(
    `print-hand-off/an-older-folder/${number}_${order.number}.zip`,
    Buffer.from(secret),
    'application/zip',
  );
  const guestId = newId('user');
  await db.user.create({ data: { id: guestId, role: 'GUEST', mergedIntoId: userId } });
  await db.loginSession.create({
    data: {
      id: newId('loginSession'),
      userId: guestId,
      userAgent: secret,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
}
