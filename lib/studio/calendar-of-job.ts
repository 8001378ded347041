import { z } from 'zod';
import { composeDocument } from '@/lib/calendars/compose-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import {
  type CalendarDocument,
  FORMAT_IDS,
  LAYOUT_IDS,
  YearMonthSchema,
} from '@/lib/calendars/document';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { ownDefaults } from '@/lib/calendars/own-defaults';
import { saveCalendar } from '@/lib/calendars/save-calendar';
import { DomainError } from '@/lib/core/errors';
import { type Id, idSchema } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { getPictures } from '@/lib/pictures/get-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';
import { markPicked } from './generation-store';
import { findChoosable, findJob } from './job-store';
import { placePictures } from './place-pictures';

export const CalendarOfJobSchema = z.discriminatedUnion('into', [
  z.strictObject({
    into: z.literal('new'),
    formatId: z.enum(FORMAT_IDS).refine((id) => !id.startsWith('poster-'), 'no_months'),
    layoutId: z.enum(LAYOUT_IDS),
    from: YearMonthSchema,
  }),
  z.strictObject({ into: z.literal('existing'), calendarId: idSchema('calendar') }),
]);
type Reader = { locale: Locale; acceptLanguage: string | null };

export type CalendarOfJob = z.infer<typeof CalendarOfJobSchema>;

/**
 * Makes a calendar of the pictures that were chosen for the months, or puts them into one that is there. A new one
 * starts with the person's own language, holidays and first weekday.
 * @param reader what the screens and the browser say, for whoever saved no settings
 * @throws DomainError "job.not_found", "job.nothing_ready"; "calendar.not_found", "calendar.too_many",
 *   "calendar.version_conflict" when somebody edits the calendar just now
 */
export async function calendarOfJob(
  ctx: Ctx,
  jobId: Id<'job'>,
  input: CalendarOfJob,
  reader: Reader,
): Promise<{ calendarId: Id<'calendar'> }> {
  const ownerId = asPerson(ctx).actor.userId;
  const { byMonth, cover, generationIds } = await chosenPictures(ctx, ownerId, jobId);
  const calendarId = await save(ctx, input, reader, (document) =>
    placePictures(document, byMonth, cover),
  );
  await inTransaction(ctx, (tx) => markPicked(tx, generationIds));
  return { calendarId };
}

async function save(
  ctx: Ctx,
  input: CalendarOfJob,
  reader: Reader,
  place: (document: CalendarDocument) => CalendarDocument,
): Promise<Id<'calendar'>> {
  if (input.into === 'existing') {
    const { calendarId } = input;
    const { document, version } = await getCalendar(ctx, calendarId);
    await saveCalendar(ctx, { calendarId, expectedVersion: version, document: place(document) });
    return calendarId;
  }
  const { language, country, firstWeekday, themeId, title } = await ownDefaults(ctx, reader);
  const document = composeDocument({
    title,
    formatId: input.formatId,
    from: input.from,
    monthCount: 12,
    language,
    firstWeekday,
    holidaySets: country === null ? [] : [{ country, region: null }],
    themeId,
    layoutId: input.layoutId,
  });
  return (await createCalendar(ctx, { document: place(document) })).calendarId;
}

/** What stands in the months, and a picture for the cover: a favourite, one that no month has where there is one. */
async function chosenPictures(
  ctx: Ctx,
  ownerId: string,
  jobId: Id<'job'>,
): Promise<{
  byMonth: Map<number, PictureView>;
  cover: PictureView | null;
  generationIds: string[];
}> {
  const job = await findJob(ctx, ownerId, jobId);
  if (job?.kind !== 'MONTH_SET') throw new DomainError('job.not_found');
  const ready = await findChoosable(ctx, jobId);
  const pictures = new Map(
    (
      await getPictures(
        ctx,
        ready.map(({ pictureId }) => pictureId as Id<'picture'>),
      )
    ).map((picture) => [picture.id as string, picture]),
  );
  const usable = ready.filter(({ pictureId }) => pictureId !== null && pictures.has(pictureId));
  const named = new Set(job.tasks.map(({ chosenGenerationId }) => chosenGenerationId));
  const byMonth = new Map<number, PictureView>();
  const placed = new Set<string>();
  for (const task of job.tasks) {
    const chosen =
      usable.find(({ id }) => id === task.chosenGenerationId) ??
      usable.find(({ id, jobTaskId }) => jobTaskId === task.id && !named.has(id));
    const picture = chosen?.pictureId ? pictures.get(chosen.pictureId) : undefined;
    if (!chosen || !picture || task.month === null) continue;
    byMonth.set(task.month, picture);
    placed.add(chosen.id);
  }
  if (placed.size === 0) throw new DomainError('job.nothing_ready');
  const rank = ({ id, isFavourite }: (typeof usable)[number]) =>
    (isFavourite ? 2 : 0) + (placed.has(id) ? 0 : 1);
  const cover = usable.toSorted((a, b) => rank(b) - rank(a))[0];
  return {
    byMonth,
    cover: (cover?.pictureId ? pictures.get(cover.pictureId) : null) ?? null,
    generationIds: [...placed],
  };
}
