import { asPerson, type Ctx } from '@/lib/db/context';
import { type BookDate, type InviteView, presentDate, presentInvite } from './present';
import { findDates, findInvites } from './store';

/** The person's date book and the links by which relatives add to it. */
export async function listDates(ctx: Ctx): Promise<{ dates: BookDate[]; invites: InviteView[] }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const [rows, invites] = await Promise.all([findDates(ctx, owner), findInvites(ctx, owner)]);
  const calendars = new Map(invites.map(({ id, calendarId }) => [id, calendarId]));
  const dates = rows.flatMap((row) => presentDate(row, calendars) ?? []);
  return { dates, invites: invites.map(presentInvite) };
}
