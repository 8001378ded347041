import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { type CalendarView, presentCalendar } from './present';
import { findCalendar } from './store';

/** One calendar of the person. @throws DomainError "calendar.not_found" for absent and foreign ones alike */
export async function getCalendar(ctx: Ctx, calendarId: Id<'calendar'>): Promise<CalendarView> {
  const row = await findCalendar(ctx, { ownerId: asPerson(ctx).actor.userId }, calendarId);
  if (!row) throw new DomainError('calendar.not_found');
  return presentCalendar(row);
}
