import { type Id, newId } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { LinkedAccount, LinkedProvider } from '@/lib/db/generated/client';

export function findLink(
  ctx: ReadCtx,
  provider: LinkedProvider,
  externalId: string,
): Promise<LinkedAccount | null> {
  return ctx.db.linkedAccount.findUnique({
    where: { provider_externalId: { provider, externalId } },
  });
}

export function findLinksOf(ctx: ReadCtx, userId: Id<'user'>): Promise<LinkedAccount[]> {
  return ctx.db.linkedAccount.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
}

/** @throws a unique violation when either side is connected already */
export async function addLink(
  tx: TxCtx,
  link: {
    userId: Id<'user'>;
    provider: LinkedProvider;
    externalId: string;
    label: string;
    chatOpenAt?: Date | null;
  },
): Promise<void> {
  const data = { id: newId('linkedAccount'), createdAt: tx.clock.now(), ...link };
  await tx.db.linkedAccount.create({ data });
}

export async function relabel(tx: TxCtx, id: string, label: string): Promise<void> {
  await tx.db.linkedAccount.updateMany({ where: { id, NOT: { label } }, data: { label } });
}

export async function removeLink(
  tx: TxCtx,
  userId: Id<'user'>,
  id: Id<'linkedAccount'>,
): Promise<boolean> {
  const { count } = await tx.db.linkedAccount.deleteMany({ where: { id, userId } });
  return count === 1;
}

/** Notes whether the bot may write to somebody; nothing for people without an account here. */
export async function setChatOpen(
  ctx: ReadCtx,
  telegramId: string,
  at: Date | null,
): Promise<void> {
  await ctx.db.linkedAccount.updateMany({
    where: {
      provider: 'TELEGRAM',
      externalId: telegramId,
      chatOpenAt: at === null ? { not: null } : null,
    },
    data: { chatOpenAt: at },
  });
}
