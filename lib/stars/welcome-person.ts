import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { creditStars } from './ledger';
import { findBonus } from './store';

/** The bonus of StarBonus that a new account gets. */
export const SIGN_UP_BONUS = 'SIGN_UP';

/** Gives a new account its welcome, as large as staff set it; once for each person, nothing where it is switched off. */
export async function welcomePerson(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  const bonus = await findBonus(tx, SIGN_UP_BONUS);
  if (!bonus?.isActive || bonus.stars < 1) return;
  await creditStars(tx, {
    userId,
    type: 'BONUS',
    stars: bonus.stars,
    key: `bonus:sign_up:${userId}`,
  });
}
