import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { forgiveRateFor, spendRateFor } from '@/lib/db/rate-counter';
import { RATES } from '../rates';
import { lockFactor, markShown, putRecoveryHashes, takeStep } from './factor-store';
import { recoveryHash } from './recovery-codes';
import { openBox } from './secret-box';
import { matchingStep } from './totp';

/**
 * Takes a code of the app, or one of the recovery codes, and lets this browser on to the staff pages. Each works once,
 * however many browsers try it at the same time.
 * @returns how many recovery codes are left
 * @throws DomainError "account.second_factor_wrong" alike for wrong, old and used ones, "request.rate_limited"
 */
export async function showSecondFactor(
  ctx: Ctx,
  input: { code: string },
): Promise<{ recoveryLeft: number }> {
  const { userId, loginSessionId } = asPerson(ctx).actor;
  assert(loginSessionId, 'a browser that shows an app has a session');
  await spendRateFor(ctx, RATES.secondFactor, userId);
  const typed = input.code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').slice(0, 40);
  const recoveryLeft = await inTransaction(ctx, async (tx) => {
    const left = await useUp(tx, userId, typed);
    await markShown(tx, loginSessionId);
    return left;
  });
  await forgiveRateFor(ctx, RATES.secondFactor, userId);
  return { recoveryLeft };
}

async function useUp(tx: TxCtx, userId: Id<'user'>, typed: string): Promise<number> {
  const factor = await lockFactor(tx, userId);
  if (!factor?.confirmedAt) throw wrongFactor();
  const hashes = factor.recoveryHashes as string[];
  if (/^\d{6}$/.test(typed)) {
    const secret = openBox(factor.secretBox, userId);
    const { lastStep } = factor;
    const step = matchingStep(secret, typed, { now: tx.clock.now(), lastStep });
    if (step === null || !(await takeStep(tx, userId, step))) throw wrongFactor();
    return hashes.length;
  }
  const hash = recoveryHash(userId, typed);
  if (!hashes.includes(hash)) throw wrongFactor();
  const left = hashes.filter((own) => own !== hash);
  await putRecoveryHashes(tx, userId, left);
  return left.length;
}

export function wrongFactor(): DomainError {
  const code = 'account.second_factor_wrong';
  return new DomainError(code, {}, { fields: { code } });
}
