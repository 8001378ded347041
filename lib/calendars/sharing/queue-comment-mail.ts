import { requireEnv } from '@/lib/core/env';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { tellPerson } from '@/lib/messages/tell-person';

const HOUR_MS = 60 * 60 * 1000;

/** Tells the owner by mail that there are new comments: once an hour for each calendar, and only with an address. */
export async function queueCommentMail(
  tx: TxCtx,
  calendar: { calendarId: Id<'calendar'>; ownerId: Id<'user'>; title: string },
  author: string,
): Promise<void> {
  const owner = await tx.db.user.findUnique({
    where: { id: calendar.ownerId },
    select: { email: true, setting: { select: { interfaceLanguage: true } } },
  });
  if (!owner?.email) return;
  const hour = Math.floor(tx.clock.now().getTime() / HOUR_MS);
  await tellPerson(tx, calendar.ownerId, {
    dedupeKey: `comment:${calendar.calendarId}:${hour}`,
    to: owner.email,
    template: 'calendar-comment',
    locale: owner.setting?.interfaceLanguage ?? 'en',
    data: {
      title: calendar.title,
      author,
      url: new URL(`/calendars/${calendar.calendarId}`, requireEnv('APP_URL')).href,
    },
  });
}
