import { asPerson, type Ctx } from '@/lib/db/context';
import { isWanted } from '../kinds';
import { findReach } from '../store';

/** Whether the person asked to be reminded of this by mail; what they never chose is no. */
export async function wantsReminder(
  ctx: Ctx,
  kind: 'abandoned_cart' | 'next_year',
): Promise<boolean> {
  const { choices } = await findReach(ctx, asPerson(ctx).actor.userId);
  return isWanted(choices, { kind, channel: 'MAIL' });
}
