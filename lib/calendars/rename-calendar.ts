import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { updateCalendarTitle } from './store';

/** Changes the name in lists; the printed title is part of the document and stays. @throws DomainError "calendar.not_found" */
export async function renameCalendar(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; title: string },
): Promise<{ title: string }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const title = input.title.trim();
  if (!(await updateCalendarTitle(ctx, owner, input.calendarId, title))) {
    throw new DomainError('calendar.not_found');
  }
  return { title };
}
