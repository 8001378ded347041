import type { Id } from '@/lib/core/ids';
import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';
import type { Choice } from './kinds';

type MessageId = Id<'outboxMessage'>;

/** Stands for a receiver who was forgotten: nothing is sent there. */
export const NOBODY = '-';

/** Longer than any try may take: the connection's own limits end it before. */
const LEASE_MS = 90_000;

/** The message while it is still to be sent; null when it is sent, given up or erased. */
export function findQueued(ctx: Ctx, id: MessageId) {
  return ctx.db.outboxMessage.findFirst({ where: { id, status: 'QUEUED' } });
}

/** Counts an attempt and takes the message for its time. False while somebody else has it. */
export async function beginAttempt(ctx: Ctx, id: MessageId, attemptsSoFar: number) {
  const now = ctx.clock.now();
  const { count } = await ctx.db.outboxMessage.updateMany({
    where: {
      id,
      status: 'QUEUED',
      attempts: attemptsSoFar,
      OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }],
    },
    data: { attempts: attemptsSoFar + 1, leaseUntil: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1;
}

export async function markSent(
  ctx: Ctx,
  id: MessageId,
  parts: { wipeData: boolean; wipeReceiver: boolean; externalId: string | null },
): Promise<void> {
  await ctx.db.outboxMessage.updateMany({
    where: { id, status: 'QUEUED' },
    data: {
      status: 'SENT',
      sentAt: ctx.clock.now(),
      leaseUntil: null,
      lastError: null,
      externalId: parts.externalId,
      ...(parts.wipeData ? { data: {} } : {}),
      ...(parts.wipeReceiver ? { recipient: NOBODY } : {}),
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
    data: {
      lastError: failure.reason,
      leaseUntil: null,
      ...(failure.isFinal ? { status: 'FAILED' } : {}),
    },
  });
}

/** Back in line with all its attempts. False when the message had not failed, or its receiver was forgotten. */
export async function markQueuedAgain(tx: TxCtx, id: MessageId): Promise<boolean> {
  const { count } = await tx.db.outboxMessage.updateMany({
    where: { id, status: 'FAILED', recipient: { not: NOBODY } },
    data: { status: 'QUEUED', attempts: 0 },
  });
  return count === 1;
}

/** Where a person can be reached besides their letters, and what they chose. */
export async function findReach(
  ctx: ReadCtx,
  userId: Id<'user'>,
): Promise<{ choices: Choice[]; phone: string | null; chatId: string | null }> {
  const person = await ctx.db.user.findUnique({
    where: { id: userId },
    select: {
      phone: true,
      preferences: true,
      linkedAccounts: { where: { provider: 'TELEGRAM', chatOpenAt: { not: null } } },
    },
  });
  return {
    choices: person?.preferences ?? [],
    phone: person?.phone ?? null,
    chatId: person?.linkedAccounts[0]?.externalId ?? null,
  };
}

export async function savePreference(
  ctx: ReadCtx,
  userId: Id<'user'>,
  choice: Choice,
): Promise<void> {
  const { kind, channel, isOn } = choice;
  await ctx.db.messagePreference.upsert({
    where: { userId_kind_channel: { userId, kind, channel } },
    create: { userId, kind, channel, isOn },
    update: { isOn },
  });
}

/** Our bot was stopped by this person: nothing more is written there until they start it again. */
export async function closeChat(ctx: ReadCtx, chatId: string): Promise<void> {
  await ctx.db.linkedAccount.updateMany({
    where: { provider: 'TELEGRAM', externalId: chatId },
    data: { chatOpenAt: null },
  });
}
