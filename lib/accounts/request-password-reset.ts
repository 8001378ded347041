import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/messages/queue-mail';
import { appLink } from './app-link';
import { areDemoAccountsAllowed } from './demo-rule';
import { normaliseEmail } from './normalise-email';
import { mailboxKey, RATES } from './rates';
import { linkTokenHash, newLinkToken } from './secrets';
import { RESET_LIFE_MS } from './sign-up-rules';
import { type AccountRow, findAccountByEmail } from './store';

/** No answer comes earlier: longer than the work for an address that has an account. */
const ANSWER_AFTER_MS = 400;

/**
 * Sends a link that sets a new password, if the address has an account. Says the same, after the same time, if not.
 * @throws DomainError "account.email_invalid", "request.rate_limited"
 */
export async function requestPasswordReset(
  ctx: Ctx,
  input: { email: string; locale: Locale; address: string },
): Promise<void> {
  const email = normaliseEmail(input.email);
  await spendRateFor(ctx, RATES.resetByAddress, input.address);
  await spendRateFor(ctx, RATES.mailByHour, mailboxKey(email));
  await spendRateFor(ctx, RATES.mailByDay, mailboxKey(email));
  const answerTime = sleep(ANSWER_AFTER_MS);
  const account = await findAccountByEmail(ctx, email);
  const mayReset =
    account && account.blockedAt === null && (!account.isDemo || areDemoAccountsAllowed());
  if (mayReset) {
    await inTransaction(ctx, async (tx) => {
      const { id, url } = await addResetLink(tx, account, email);
      await queueMail(tx, {
        dedupeKey: `account:${id}`,
        to: email,
        template: 'reset-password',
        locale: input.locale,
        data: { url },
      });
    });
  }
  await answerTime;
}

/** Makes a link that sets the password of this account once, within half an hour. Only its hash is kept. */
export async function addResetLink(
  tx: TxCtx,
  account: Pick<AccountRow, 'id'>,
  email: string,
): Promise<{ id: string; url: string }> {
  const id = newId('verificationCode');
  const token = newLinkToken();
  const now = tx.clock.now();
  await tx.db.verificationCode.create({
    data: {
      id,
      userId: account.id,
      purpose: 'RESET_PASSWORD',
      email,
      secretHash: linkTokenHash(token),
      attemptsLeft: 1,
      expiresAt: new Date(now.getTime() + RESET_LIFE_MS),
      createdAt: now,
    },
  });
  return { id, url: appLink(`/reset-password?token=${token}`) };
}
