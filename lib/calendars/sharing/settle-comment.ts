import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { updateComment } from './store';

type CommentRef = { calendarId: Id<'calendar'>; commentId: Id<'calendarComment'> };

/** Marks a comment on one's own calendar as done, or as open again. @throws DomainError "comment.not_found" */
export async function settleComment(
  ctx: Ctx,
  input: CommentRef & { isResolved: boolean },
): Promise<void> {
  await change(ctx, input, {
    resolvedAt: input.isResolved ? ctx.clock.now() : null,
  });
}

/** Takes a comment on one's own calendar away for everybody. @throws DomainError "comment.not_found" */
export async function deleteComment(ctx: Ctx, input: CommentRef): Promise<void> {
  await change(ctx, input, { deletedAt: ctx.clock.now() });
}

async function change(
  ctx: Ctx,
  { calendarId, commentId }: CommentRef,
  data: Parameters<typeof updateComment>[4],
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await updateComment(ctx, owner, calendarId, commentId, data))) {
    throw new DomainError('comment.not_found');
  }
}
