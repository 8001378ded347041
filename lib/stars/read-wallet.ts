import { asPerson, type Ctx } from '@/lib/db/context';
import { findAccount } from './store';

export type StarBalance = {
  /** Free to spend. */
  balance: number;
  /** Set aside for work under way. */
  held: number;
};

/** The stars of the person who asks; nothing for whoever never had any. */
export async function readBalance(ctx: Ctx): Promise<StarBalance> {
  const account = await findAccount(ctx, asPerson(ctx).actor.userId);
  return { balance: account?.balance ?? 0, held: account?.held ?? 0 };
}
