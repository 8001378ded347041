import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { findCalendar } from '../store';
import { type CommentView, presentComment, presentShare, type ShareView } from './present';
import { findComments, findShares } from './store';

/**
 * The open links of one's own calendar and everything that was said about it.
 * @throws DomainError "calendar.not_found"
 */
export async function listShares(
  ctx: Ctx,
  calendarId: Id<'calendar'>,
): Promise<{ shares: ShareView[]; comments: CommentView[] }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await findCalendar(ctx, owner, calendarId))) throw new DomainError('calendar.not_found');
  const [shares, comments] = await Promise.all([
    findShares(ctx, owner, calendarId),
    findComments(ctx, calendarId),
  ]);
  return { shares: shares.map(presentShare), comments: comments.map(presentComment) };
}
