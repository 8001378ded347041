import { allowErasing } from '@/lib/accounts/erasure/erasure-step';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { type CalendarDocument, emptyPage } from './document';
import { emptyCalendar, findForErasure, findGuestsOf, forgetCalendar } from './erase-store';
import { erasePrintCacheOf } from './print-cache';
import { readDocument } from './read-document';

/**
 * Removes every calendar of a person with its versions, links, comments, files and prepared crops. Of one that was sold an empty row
 * stays, because the order's books name it.
 */
export async function eraseCalendars(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const calendars = await findForErasure(ctx, userId);
  for (const { id, document, proofs, isSold } of calendars) {
    for (const { fileKey } of proofs) if (fileKey) await ctx.providers.files.delete(fileKey);
    await inTransaction(ctx, async (tx) => {
      if (!isSold) return forgetCalendar(tx, id);
      await allowErasing(tx, userId);
      await emptyCalendar(tx, id, withoutWords(readDocument(document)));
    });
  }
  await erasePrintCacheOf([userId, ...(await findGuestsOf(ctx, userId))]);
  return calendars.filter(({ isEmptied }) => !isEmptied).length;
}

/** Format, months and language: what the books need. No name, no date, no picture, no choice that tells of anybody. */
export function withoutWords(document: CalendarDocument): CalendarDocument {
  return {
    ...document,
    title: '',
    subtitle: '',
    people: [],
    holidaySets: [],
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: emptyPage(),
    pages: document.pages.map(emptyPage),
  };
}
