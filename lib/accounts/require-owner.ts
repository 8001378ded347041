import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { isPasswordRight } from './password-hash';
import { RATES } from './rates';
import { type AccountRow, findLoginSession, findPerson } from './store';

/** People who came by Google or Telegram have no password: a sign-in this fresh stands in for it. */
const FRESH_MS = 15 * 60 * 1000;

/**
 * Makes sure that it is the owner who asks, and not somebody at a browser that was left open: by the password or, where
 * there is none, by having signed in a moment ago.
 * @throws DomainError "account.password_wrong", "account.sign_in_again", "request.rate_limited"
 */
export async function requireOwner(ctx: Ctx, password: string): Promise<AccountRow> {
  const { userId, loginSessionId } = asPerson(ctx).actor;
  await spendRateFor(ctx, RATES.passwordByAccount, userId);
  const person = await findPerson(ctx, userId);
  if (person.passwordHash === null) {
    const session = loginSessionId && (await findLoginSession(ctx, loginSessionId));
    const age = session ? ctx.clock.now().getTime() - session.createdAt.getTime() : null;
    if (age === null || age > FRESH_MS) throw new DomainError('account.sign_in_again');
  } else if (!(await isPasswordRight(person.passwordHash, password))) {
    const code = 'account.password_wrong';
    throw new DomainError(code, {}, { fields: { password: code } });
  }
  return person;
}
