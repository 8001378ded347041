import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { endShare } from './store';

/** Ends a link at once. What was said through it stays. @throws DomainError "share.not_found" */
export async function revokeShare(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; shareId: Id<'calendarShare'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await endShare(ctx, owner, input.calendarId, input.shareId))) {
    throw new DomainError('share.not_found');
  }
}
