import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/messages/queue-mail';
import { appLink } from './app-link';
import { checkPassword } from './check-password';
import { hashPassword } from './password-hash';
import { RATES } from './rates';
import { linkTokenHash } from './secrets';
import { endLoginSessions } from './store';

/**
 * Sets a new password by the link from the mail, once. Every session of the account ends and every other link stops
 * working; the address counts as confirmed, because the link went there. Does not sign in.
 * @throws DomainError "account.link_expired", "account.password_…", "request.rate_limited"
 */
export async function resetPassword(
  ctx: Ctx,
  input: { token: string; password: string; locale: Locale; address: string },
): Promise<void> {
  await spendRateFor(ctx, RATES.resetByAddress, input.address);
  const link = await findLiveLink(ctx, input.token);
  if (!link) throw new DomainError('account.link_expired');
  const passwordHash = await hashPassword(checkPassword(input.password, link.email));
  await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const used = await tx.db.verificationCode.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now, attemptsLeft: 0 },
    });
    const changed = await tx.db.user.updateMany({
      where: { id: link.userId, email: link.email, blockedAt: null },
      data: { passwordHash },
    });
    if (used.count !== 1 || changed.count !== 1) throw new DomainError('account.link_expired');
    await tx.db.user.updateMany({
      where: { id: link.userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    await tx.db.verificationCode.updateMany({
      where: { userId: link.userId, purpose: 'RESET_PASSWORD', usedAt: null },
      data: { usedAt: now },
    });
    await endLoginSessions(tx, { userId: link.userId });
    await queueMail(tx, {
      dedupeKey: `account:${link.id}:changed`,
      to: link.email,
      template: 'password-changed',
      locale: input.locale,
      data: { resetUrl: appLink('/forgot-password') },
    });
  });
}

/** Whether a link still works; opening the page uses nothing up, because mail scanners open links too. */
export async function isResetLinkLive(ctx: Ctx, token: string): Promise<boolean> {
  return (await findLiveLink(ctx, token)) !== null;
}

async function findLiveLink(ctx: Ctx, token: string) {
  const row = await ctx.db.verificationCode.findFirst({
    where: {
      secretHash: linkTokenHash(token),
      purpose: 'RESET_PASSWORD',
      usedAt: null,
      expiresAt: { gt: ctx.clock.now() },
    },
    select: { id: true, userId: true, email: true },
  });
  if (!row || row.userId === null) return null;
  return { id: row.id, userId: row.userId as Id<'user'>, email: row.email };
}
