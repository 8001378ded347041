import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { becomeCustomer } from './become-customer';
import { isUniqueViolation } from './is-unique-violation';
import { RATES } from './rates';
import { codeHash, isSameHash } from './secrets';
import { SIGN_UP_LIFE_MS } from './sign-up-rules';
import { type SignedIn, startLoginSession } from './start-login-session';

type Finishing = {
  signUpId: Id<'signUp'> | null;
  code: string;
  address: string;
  userAgent: string | null;
};

/**
 * Finishes a sign-up with the code from the mail and signs in. A guest keeps the row, and so every photo and calendar;
 * a visitor without a session gets a new one. One code has one winner, however many try it at once.
 * @throws DomainError "account.code_wrong" for a wrong, used, expired or tried-out code, alike;
 *   "account.already_signed_up" when the address got its account in the meantime (said only to who has the code);
 *   "request.rate_limited"
 */
export async function finishSignUp(ctx: Ctx, input: Finishing): Promise<SignedIn> {
  await spendRateFor(ctx, RATES.codeByAddress, input.address);
  const verificationCodeId = await spendTry(ctx, input);
  try {
    return await inTransaction(ctx, async (tx) => {
      const signUp = await useCode(tx, verificationCodeId);
      const userId = await becomeCustomer(tx, { ...signUp, emailVerifiedAt: tx.clock.now() });
      return startLoginSession(tx, { userId, role: 'CUSTOMER', userAgent: input.userAgent });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('account.already_signed_up');
    throw error;
  }
}

/** Takes one try off the newest code before looking at it, so that tries at once are all counted. */
async function spendTry(ctx: Ctx, input: Finishing): Promise<string> {
  const wrong = () =>
    new DomainError('account.code_wrong', {}, { fields: { code: 'account.code_wrong' } });
  if (input.signUpId === null) throw wrong();
  const now = ctx.clock.now();
  const live = { usedAt: null, expiresAt: { gt: now }, attemptsLeft: { gt: 0 } };
  const row = await ctx.db.verificationCode.findFirst({
    where: {
      ...live,
      signUpId: input.signUpId,
      purpose: 'VERIFY_EMAIL',
      signUp: {
        finishedAt: null,
        createdAt: { gt: new Date(now.getTime() - SIGN_UP_LIFE_MS) },
      },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, secretHash: true },
  });
  if (!row) throw wrong();
  const { count } = await ctx.db.verificationCode.updateMany({
    where: { id: row.id, ...live },
    data: { attemptsLeft: { decrement: 1 } },
  });
  const typed = input.code.normalize('NFKC').replace(/[\s-]/g, '');
  if (count !== 1 || !isSameHash(row.secretHash, codeHash(row.id, typed))) throw wrong();
  return row.id;
}

async function useCode(tx: TxCtx, verificationCodeId: string) {
  const now = tx.clock.now();
  const { count } = await tx.db.verificationCode.updateMany({
    where: { id: verificationCodeId, usedAt: null },
    data: { usedAt: now },
  });
  if (count !== 1) throw new DomainError('account.code_wrong');
  const { signUp } = await tx.db.verificationCode.findUniqueOrThrow({
    where: { id: verificationCodeId },
    select: { signUp: true },
  });
  if (!signUp || signUp.finishedAt !== null) throw new DomainError('account.code_wrong');
  await tx.db.signUp.update({ where: { id: signUp.id }, data: { finishedAt: now } });
  return signUp;
}
