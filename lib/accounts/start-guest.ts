import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { RATES } from './rates';
import { type SignedIn, startLoginSession } from './start-login-session';
import { addPerson, findPerson } from './store';

/**
 * Lets a visitor work without an account: a person without an address, and a session. Somebody who already has a session
 * stays who they are and gets a fresh one, so two clicks at once never part anybody from their work.
 * @param from the visitor's address key and browser
 * @throws DomainError "request.rate_limited"
 */
export async function startGuest(
  ctx: Ctx,
  from: { address: string; userAgent: string | null },
): Promise<SignedIn> {
  await spendRateFor(ctx, RATES.guestByAddress, from.address);
  return inTransaction(ctx, async (tx) => {
    const known: Id<'user'> | null = tx.actor.userId;
    const role = known === null ? 'GUEST' : (await findPerson(tx, known)).role;
    const userId = known ?? (await addPerson(tx, { role }));
    return startLoginSession(tx, { userId, role, userAgent: from.userAgent });
  });
}
