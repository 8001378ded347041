import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { forgiveRateFor, spendRateFor } from '@/lib/db/rate-counter';
import { RATES } from '../rates';
import { lockFactor, putRecoveryHashes, takeStep } from './factor-store';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { openBox } from './secret-box';
import { wrongFactor } from './show-second-factor';
import { matchingStep } from './totp';

/**
 * New recovery codes for who has the app at hand; the old ones stop working.
 * @returns the codes, this once: only their hashes are kept
 * @throws DomainError "account.second_factor_wrong", also for a recovery code and without an app; "request.rate_limited"
 */
export async function renewRecoveryCodes(ctx: Ctx, input: { code: string }): Promise<string[]> {
  const { userId } = asPerson(ctx).actor;
  await spendRateFor(ctx, RATES.secondFactor, userId);
  const codes = newRecoveryCodes();
  await inTransaction(ctx, async (tx) => {
    const factor = await lockFactor(tx, userId);
    if (!factor?.confirmedAt) throw wrongFactor();
    const { lastStep, secretBox } = factor;
    const step = matchingStep(openBox(secretBox, userId), input.code.replace(/\s/g, ''), {
      now: tx.clock.now(),
      lastStep,
    });
    if (step === null || !(await takeStep(tx, userId, step))) throw wrongFactor();
    const hashes = codes.map((code) => recoveryHash(userId, code));
    await putRecoveryHashes(tx, userId, hashes);
  });
  await forgiveRateFor(ctx, RATES.secondFactor, userId);
  return codes;
}
