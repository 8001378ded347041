import { asPerson, type Ctx } from '@/lib/db/context';
import { CALENDARS_MAX } from './create-calendar';
import { type CalendarSummary, presentSummary } from './present';
import { findCalendars } from './store';

/** All calendars of the person, the one worked on last first. */
export async function listCalendars(ctx: Ctx): Promise<CalendarSummary[]> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return (await findCalendars(ctx, owner, CALENDARS_MAX)).map(presentSummary);
}
