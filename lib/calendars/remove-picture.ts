import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { readDocument } from './read-document';
import { lockCalendar, updateCalendarDocument } from './store';
import { withoutPictures } from './without-pictures';

type Owner = { ownerId: Id<'user'> };

/** The calendars of a person that place a picture now, or whose approved proof in the cart does. Deleted ones do not count. */
export async function findCalendarsWithPicture(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureId: Id<'picture'>,
): Promise<{ calendarId: Id<'calendar'>; title: string }[]> {
  const rows = await tx.db.$queryRaw<{ id: string; title: string }[]>`
    select c."id", c."title" from "Calendar" c
    where c."ownerId" = ${ownerId} and c."deletedAt" is null and (
      exists (select 1 from "CalendarImage" i where i."calendarId" = c."id" and i."pictureId" = ${pictureId})
      or exists (
        select 1 from "CartItem" k join "Proof" p on p."id" = k."proofId"
        where k."calendarId" = c."id" and strpos(p."document"::text, ${`"${pictureId}"`}) > 0))
    order by c."id"`;
  return rows.map(({ id, title }) => ({ calendarId: id as Id<'calendar'>, title }));
}

/**
 * Empties every place that a picture has in the person's calendars, each as a new version, so that another window that
 * edits one of them notices. Approvals in the cart that show the picture are taken back: it is about to go.
 * Call before locking the picture: everybody locks calendars first.
 */
export async function removePictureFromCalendars(
  tx: TxCtx,
  owner: Owner,
  pictureId: Id<'picture'>,
): Promise<void> {
  for (const { calendarId } of await findCalendarsWithPicture(tx, owner, pictureId)) {
    const row = await lockCalendar(tx, owner, calendarId);
    if (!row) continue;
    const stored = readDocument(row.document);
    const document = withoutPictures(stored, new Set([pictureId]));
    if (document !== stored) {
      await updateCalendarDocument(tx, owner, calendarId, row.version, {
        title: row.title,
        document,
      });
    }
  }
  await tx.db.$executeRaw`
    update "CartItem" k set "proofId" = null, "approvedAt" = null from "Proof" p
    where k."ownerId" = ${owner.ownerId} and p."id" = k."proofId"
      and strpos(p."document"::text, ${`"${pictureId}"`}) > 0`;
}
