import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { countOrdersOf, lockCalendar, markCalendarDeleted } from './store';

/** Deletes a calendar that was never ordered. @throws DomainError "calendar.not_found", "calendar.in_order" */
export async function deleteCalendar(ctx: Ctx, calendarId: Id<'calendar'>): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    if (!(await lockCalendar(tx, owner, calendarId))) throw new DomainError('calendar.not_found');
    if ((await countOrdersOf(tx, calendarId)) > 0) throw new DomainError('calendar.in_order');
    await markCalendarDeleted(tx, owner, calendarId);
  });
}
