import type { Role } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { addLoginSession, endLoginSessions } from './store';

/** What the sign-in edge puts into the cookie. */
export type SignedIn = { userId: Id<'user'>; loginSessionId: Id<'loginSession'> };

/** A new session for this browser; the one it had before ends, so that a cookie never changes hands. */
export async function startLoginSession(
  tx: TxCtx,
  person: { userId: Id<'user'>; role: Role; userAgent: string | null },
): Promise<SignedIn> {
  const { userId, loginSessionId, lookedAtBy } = tx.actor;
  // A browser that looks with somebody's eyes is still the admin's own.
  const holder = lookedAtBy ?? userId;
  if (holder !== null && loginSessionId !== null) {
    await endLoginSessions(tx, { userId: holder, only: loginSessionId });
  }
  return { userId: person.userId, loginSessionId: await addLoginSession(tx, person) };
}
