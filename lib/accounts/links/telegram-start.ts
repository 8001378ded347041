import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { isUniqueViolation } from '../is-unique-violation';
import { RATES } from '../rates';
import { linkTokenHash, newLinkToken } from '../secrets';
import { findPerson, lockPerson } from '../store';
import { addLink, findLink, findLinksOf, relabel, setChatOpen } from './link-store';

const LIFE_MS = 10 * 60_000;

/**
 * A link that opens the bot's chat and connects it with the account of the person who asks, once, within ten minutes. An
 * older one stops working.
 * @throws DomainError "telegram.unavailable" without a bot, "link.not_for_staff", "request.rate_limited"
 */
export async function makeStartLink(ctx: Ctx): Promise<{ url: string }> {
  const { userId, role } = asPerson(ctx).actor;
  if (role !== 'CUSTOMER') throw new DomainError('link.not_for_staff');
  const bot = ctx.providers.telegram;
  if (!bot) throw new DomainError('telegram.unavailable');
  await spendRateFor(ctx, RATES.startLinkByPerson, userId);
  const token = newLinkToken();
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, userId);
    await tx.db.verificationCode.updateMany({
      where: { userId, purpose: 'CONNECT_TELEGRAM', usedAt: null },
      data: { usedAt: now },
    });
    await tx.db.verificationCode.create({
      data: {
        id: newId('verificationCode'),
        userId,
        purpose: 'CONNECT_TELEGRAM',
        email: '',
        secretHash: linkTokenHash(token),
        attemptsLeft: 1,
        expiresAt: new Date(now.getTime() + LIFE_MS),
        createdAt: now,
      },
    });
  });
  return { url: bot.startLink(token) };
}

export type ChatConnection = 'connected' | 'expired' | 'taken' | 'other_connected';

/**
 * Uses a start link up: the chat that sent it, and nobody else's, now belongs to the account that made it.
 * @param person Telegram's own word, out of the verified update
 */
export async function connectChat(
  ctx: Ctx,
  token: string,
  person: { id: string; label: string },
): Promise<ChatConnection> {
  try {
    return await inTransaction(ctx, (tx) => connect(tx, token, person));
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

async function connect(
  tx: TxCtx,
  token: string,
  person: { id: string; label: string },
): Promise<ChatConnection> {
  const now = tx.clock.now();
  const code = await tx.db.verificationCode.findFirst({
    where: {
      secretHash: linkTokenHash(token),
      purpose: 'CONNECT_TELEGRAM',
      usedAt: null,
      expiresAt: { gt: now },
      user: { blockedAt: null, role: 'CUSTOMER' },
    },
    select: { id: true, userId: true },
  });
  const userId = (code?.userId ?? null) as Id<'user'> | null;
  if (!code || userId === null) return 'expired';
  const { count } = await tx.db.verificationCode.updateMany({
    where: { id: code.id, usedAt: null },
    data: { usedAt: now, attemptsLeft: 0 },
  });
  if (count !== 1) return 'expired';
  await lockPerson(tx, userId);
  const link = await findLink(tx, 'TELEGRAM', person.id);
  if (link && link.userId !== userId) return 'taken';
  if (link) {
    await relabel(tx, link.id, person.label);
    await setChatOpen(tx, person.id, now);
    return 'connected';
  }
  const others = await tx.db.linkedAccount.count({ where: { userId, provider: 'TELEGRAM' } });
  if (others > 0) return 'other_connected';
  await addLink(tx, {
    userId,
    provider: 'TELEGRAM',
    externalId: person.id,
    label: person.label,
    chatOpenAt: now,
  });
  return 'connected';
}

/** Who is connected with a chat; null for nobody and for a blocked account. Opens the chat: they just wrote to it. */
export async function personOfChat(ctx: Ctx, telegramId: string): Promise<Id<'user'> | null> {
  const link = await findLink(ctx, 'TELEGRAM', telegramId);
  if (!link || (await findPerson(ctx, link.userId as Id<'user'>)).blockedAt !== null) return null;
  if (link.chatOpenAt === null) await setChatOpen(ctx, telegramId, ctx.clock.now());
  return link.userId as Id<'user'>;
}

/** They stopped the bot, or started it again without a word. */
export async function markChat(ctx: Ctx, telegramId: string, isOpen: boolean): Promise<void> {
  await setChatOpen(ctx, telegramId, isOpen ? ctx.clock.now() : null);
}

/** The Telegram account that somebody connected; null without one. */
export async function telegramOf(ctx: Ctx, userId: string): Promise<string | null> {
  const links = await findLinksOf(ctx, userId as Id<'user'>);
  return links.find(({ provider }) => provider === 'TELEGRAM')?.externalId ?? null;
}
