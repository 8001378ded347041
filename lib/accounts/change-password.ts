import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/messages/queue-mail';
import { appLink } from './app-link';
import { checkPassword } from './check-password';
import { hashPassword, isPasswordRight } from './password-hash';
import { RATES } from './rates';
import { endLoginSessions, findPerson, setPassword } from './store';

/**
 * Changes the password of who knows the current one. Every other browser is signed out, this one stays.
 * @throws DomainError "account.password_wrong", "account.password_…", "request.rate_limited"
 */
export async function changePassword(
  ctx: Ctx,
  input: { current: string; password: string; locale: Locale },
): Promise<void> {
  const { userId, loginSessionId } = asPerson(ctx).actor;
  await spendRateFor(ctx, RATES.passwordByAccount, userId);
  const person = await findPerson(ctx, userId);
  const wrong = () =>
    new DomainError(
      'account.password_wrong',
      {},
      { fields: { current: 'account.password_wrong' } },
    );
  if (person.email === null || !(await isPasswordRight(person.passwordHash, input.current))) {
    throw wrong();
  }
  const { email } = person;
  const passwordHash = await hashPassword(checkPassword(input.password, email));
  await inTransaction(ctx, async (tx) => {
    const isSet = await setPassword(tx, { userId, from: person.passwordHash, passwordHash });
    if (!isSet) throw wrong();
    await endLoginSessions(tx, { userId, except: loginSessionId });
    await queueMail(tx, {
      dedupeKey: `account:${newId('verificationCode')}:changed`,
      to: email,
      template: 'password-changed',
      locale: input.locale,
      data: { resetUrl: appLink('/forgot-password') },
    });
  });
}
