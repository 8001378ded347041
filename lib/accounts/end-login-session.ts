import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { endLoginSessions } from './store';

/**
 * Signs one browser of this person out, at its next request.
 * @throws DomainError "account.session_not_found" when it is not theirs or has ended
 */
export async function endLoginSession(ctx: Ctx, id: Id<'loginSession'>): Promise<void> {
  const ended = await endLoginSessions(ctx, { userId: asPerson(ctx).actor.userId, only: id });
  if (ended === 0) throw new DomainError('account.session_not_found');
}

/** Signs every browser of this person out, this one too. @returns how many */
export async function endAllLoginSessions(ctx: Ctx): Promise<number> {
  return endLoginSessions(ctx, { userId: asPerson(ctx).actor.userId });
}
