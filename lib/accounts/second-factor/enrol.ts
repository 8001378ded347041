import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { RATES } from '../rates';
import { findPerson } from '../store';
import {
  confirmFactor,
  findFactor,
  lockFactor,
  markShown,
  putUnconfirmedFactor,
  takeStep,
} from './factor-store';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { closeBox, openBox } from './secret-box';
import { wrongFactor } from './show-second-factor';
import { matchingStep, newTotpSecret, toBase32, totpUri } from './totp';

/**
 * Begins to set up an authenticator app. Asked again before it is confirmed, it shows the same secret, so that a page
 * loaded twice does not part from the app that has scanned it.
 * @throws DomainError "request.conflict" when one is set up already
 */
export async function beginEnrolment(ctx: Ctx): Promise<{ secret: string; uri: string }> {
  const { userId } = asPerson(ctx).actor;
  return inTransaction(ctx, async (tx) => {
    const known = await lockFactor(tx, userId);
    if (known?.confirmedAt) throw new DomainError('request.conflict');
    const secret = known ? openBox(known.secretBox, userId) : newTotpSecret();
    if (!known && !(await putUnconfirmedFactor(tx, userId, closeBox(secret, userId)))) {
      throw new DomainError('request.conflict');
    }
    const { email } = await findPerson(tx, userId);
    return { secret: toBase32(secret), uri: totpUri(secret, email ?? userId) };
  });
}

/**
 * Confirms the app by its first code; this browser has then shown it.
 * @returns the recovery codes, this once: only their hashes are kept
 * @throws DomainError "account.second_factor_wrong", "request.conflict", "request.rate_limited"
 */
export async function confirmEnrolment(ctx: Ctx, input: { code: string }): Promise<string[]> {
  const { userId, loginSessionId } = asPerson(ctx).actor;
  assert(loginSessionId, 'a browser that sets up an app has a session');
  await spendRateFor(ctx, RATES.secondFactor, userId);
  const factor = await findFactor(ctx, userId);
  if (!factor || factor.confirmedAt) throw new DomainError('request.conflict');
  const secret = openBox(factor.secretBox, userId);
  const step = matchingStep(secret, input.code.replace(/\s/g, ''), {
    now: ctx.clock.now(),
    lastStep: factor.lastStep,
  });
  if (step === null) throw wrongFactor();
  const codes = newRecoveryCodes();
  await inTransaction(ctx, async (tx) => {
    const hashes = codes.map((code) => recoveryHash(userId, code));
    if (!(await takeStep(tx, userId, step))) throw wrongFactor();
    if (!(await confirmFactor(tx, userId, hashes))) throw new DomainError('request.conflict');
    await markShown(tx, loginSessionId);
  });
  return codes;
}
