import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { checkName } from './check-name';
import { checkPassword } from './check-password';
import { normaliseEmail } from './normalise-email';
import { hashPassword } from './password-hash';
import { mailboxKey, RATES } from './rates';
import { sendSignUpMail } from './send-sign-up-mail';
import { SIGN_UP_MAILS } from './sign-up-rules';

/**
 * Starts a sign-up: keeps what was typed, sends a code to the address and changes nobody. Only the code finishes it, so
 * this says the same, after the same work, whether or not the address already has an account; its owner is then told
 * by mail.
 * @returns the sign-up's id, for a cookie of this browser: who reads the mail elsewhere cannot finish it there
 * @throws DomainError "account.email_invalid", "account.password_…", "account.name_invalid", "request.rate_limited"
 */
export async function beginSignUp(
  ctx: Ctx,
  input: { name: string; email: string; password: string; locale: Locale; address: string },
): Promise<Id<'signUp'>> {
  const name = checkName(input.name);
  const email = normaliseEmail(input.email);
  const password = checkPassword(input.password, email);
  const id = newId('signUp');
  await spendRateFor(ctx, RATES.signUpByAddress, input.address);
  await spendRateFor(ctx, RATES.mailByHour, mailboxKey(email));
  await spendRateFor(ctx, RATES.mailByDay, mailboxKey(email));
  await spendRateFor(ctx, RATES.resendBySignUp, id);
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, async (tx) => {
    const signUp = { id, email, locale: input.locale };
    await tx.db.signUp.create({
      data: {
        ...signUp,
        name,
        passwordHash,
        sendsLeft: SIGN_UP_MAILS - 1,
        createdAt: tx.clock.now(),
      },
    });
    await sendSignUpMail(tx, signUp);
  });
  return id;
}
