import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { welcomePerson } from '@/lib/stars/welcome-person';
import { defaultSettings } from './read-settings';
import { addPerson, endLoginSessions, findSettings, lockGuest, putSettings } from './store';

/**
 * Makes the visitor a customer. A guest keeps the row, and so every photo and calendar; a visitor without a session gets
 * a new one. Welcome stars and settings come with it.
 * @throws a unique violation when the address has an account
 */
export async function becomeCustomer(
  tx: TxCtx,
  wish: {
    email: string | null;
    name: string | null;
    passwordHash: string | null;
    emailVerifiedAt: Date | null;
    locale: string;
  },
): Promise<Id<'user'>> {
  const { email, name, passwordHash, emailVerifiedAt } = wish;
  const account = { role: 'CUSTOMER' as const, email, name, passwordHash, emailVerifiedAt };
  const guestId = tx.actor.role === 'GUEST' ? tx.actor.userId : null;
  let userId: Id<'user'>;
  if (guestId !== null && (await lockGuest(tx, guestId))) {
    userId = guestId;
    await tx.db.user.update({ where: { id: guestId }, data: account });
    await endLoginSessions(tx, { userId: guestId });
  } else {
    userId = await addPerson(tx, account);
  }
  await welcomePerson(tx, userId);
  if (!(await findSettings(tx, userId))) {
    await putSettings(tx, userId, defaultSettings(wish.locale));
  }
  return userId;
}
