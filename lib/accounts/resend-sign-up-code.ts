import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { mailboxKey, RATES } from './rates';
import { sendSignUpMail } from './send-sign-up-mail';
import { SIGN_UP_LIFE_MS } from './sign-up-rules';

/**
 * Sends a new code for a sign-up; the ones before stop working. Once a minute, a few times in all.
 * @throws DomainError "account.sign_up_over", "request.rate_limited"
 */
export async function resendSignUpCode(
  ctx: Ctx,
  input: { signUpId: Id<'signUp'> | null; address: string },
): Promise<void> {
  const signUp = await findOpenSignUp(ctx, input.signUpId);
  if (!signUp) throw new DomainError('account.sign_up_over');
  await spendRateFor(ctx, RATES.signUpByAddress, input.address);
  await spendRateFor(ctx, RATES.resendBySignUp, signUp.id);
  await spendRateFor(ctx, RATES.mailByHour, mailboxKey(signUp.email));
  await spendRateFor(ctx, RATES.mailByDay, mailboxKey(signUp.email));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.signUp.updateMany({
      where: { id: signUp.id, finishedAt: null, sendsLeft: { gt: 0 } },
      data: { sendsLeft: { decrement: 1 } },
    });
    if (count !== 1) throw new DomainError('account.sign_up_over');
    await sendSignUpMail(tx, signUp);
  });
}

/** The sign-up that this browser has under way; null when there is none, or it is too old or finished. */
export async function findOpenSignUp(ctx: Ctx, signUpId: Id<'signUp'> | null) {
  if (signUpId === null) return null;
  const row = await ctx.db.signUp.findFirst({
    where: {
      id: signUpId,
      finishedAt: null,
      createdAt: { gt: new Date(ctx.clock.now().getTime() - SIGN_UP_LIFE_MS) },
    },
    select: { email: true, locale: true },
  });
  return row && { id: signUpId, ...row };
}
