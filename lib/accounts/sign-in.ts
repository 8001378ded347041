import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { forgiveRateFor, spendRateFor } from '@/lib/db/rate-counter';
import { areDemoAccountsAllowed } from './demo-rule';
import { mergeGuest } from './merge-guest';
import { normaliseEmail } from './normalise-email';
import { isPasswordRight } from './password-hash';
import { mailboxKey, RATES } from './rates';
import { type SignedIn, startLoginSession } from './start-login-session';
import { claimAccount, findAccountByEmail } from './store';

/**
 * Signs in with e-mail and password. A guest's work moves to the account in the same transaction. An unknown address, a
 * wrong password and an address that is none get the same answer after the same work.
 * @throws DomainError "account.wrong_credentials", "account.blocked" (only to who knows the password), "request.rate_limited"
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string; address: string; userAgent: string | null },
): Promise<SignedIn> {
  const email = emailOrNull(input.email);
  const key = mailboxKey(email ?? input.email);
  await spendRateFor(ctx, RATES.signInByAddress, input.address);
  await spendRateFor(ctx, RATES.signInByAccount, key);
  const account = email === null ? null : await findAccountByEmail(ctx, email);
  const isRight = await isPasswordRight(account?.passwordHash ?? null, input.password);
  if (!account || !isRight || (account.isDemo && !areDemoAccountsAllowed())) {
    throw new DomainError('account.wrong_credentials');
  }
  if (account.blockedAt !== null) throw new DomainError('account.blocked');
  await forgiveRateFor(ctx, RATES.signInByAccount, key);
  return inTransaction(ctx, async (tx) => {
    if (!(await claimAccount(tx, account))) throw new DomainError('account.wrong_credentials');
    const guestId = tx.actor.role === 'GUEST' ? tx.actor.userId : null;
    if (guestId !== null) await mergeGuest(tx, { guestId, accountId: account.id });
    return startLoginSession(tx, {
      userId: account.id,
      role: account.role,
      userAgent: input.userAgent,
    });
  });
}

function emailOrNull(typed: string): string | null {
  try {
    return normaliseEmail(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
