import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { pageAt } from '../change-document';
import type { CalendarDocument } from '../document';
import { readDocument } from '../read-document';
import { lockCalendar } from '../store';
import { findShared } from './open-shared';
import { type CommentView, presentComment } from './present';
import { queueCommentMail } from './queue-comment-mail';
import { countComments, insertComment } from './store';

/** Of one calendar; after that somebody is playing. */
export const COMMENTS_MAX = 1000;

type Said = { pageIndex: number; author: string; text: string };

/**
 * Says something about a page through a link; the owner hears of it.
 * @throws DomainError "share.not_found", "share.no_comments", "comment.too_many", and "request.invalid" for a page that
 *   the calendar does not have
 */
export async function addComment(ctx: Ctx, input: Said & { key: string }): Promise<CommentView> {
  const { key, ...said } = input;
  return inTransaction(ctx, async (tx) => {
    const shared = await findShared(tx, key);
    if (!shared.mayComment) throw new DomainError('share.no_comments');
    const comment = await say(tx, shared, shared.shareId, said);
    await notifyOwner(tx, shared.ownerId, { type: 'comment', id: shared.calendarId });
    await queueCommentMail(tx, shared, said.author);
    return comment;
  });
}

/**
 * Answers in one's own calendar.
 * @throws DomainError "calendar.not_found", "comment.too_many", "request.invalid"
 */
export async function answerComment(
  ctx: Ctx,
  input: Said & { calendarId: Id<'calendar'> },
): Promise<CommentView> {
  const { calendarId, ...said } = input;
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return inTransaction(ctx, async (tx) => {
    const calendar = await lockCalendar(tx, owner, calendarId);
    if (!calendar) throw new DomainError('calendar.not_found');
    return say(tx, { calendarId, document: readDocument(calendar.document) }, null, said);
  });
}

async function say(
  tx: TxCtx,
  calendar: { calendarId: Id<'calendar'>; document: CalendarDocument },
  shareId: string | null,
  said: Said,
): Promise<CommentView> {
  const { calendarId, document } = calendar;
  if (said.pageIndex >= document.pages.length) throw new DomainError('request.invalid');
  pageAt(document, said.pageIndex);
  if ((await countComments(tx, calendarId)) >= COMMENTS_MAX) {
    throw new DomainError('comment.too_many');
  }
  return presentComment(await insertComment(tx, { calendarId, shareId, ...said }));
}
