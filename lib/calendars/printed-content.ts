import type { HolidayCorrection } from '@/lib/calendar-days/holidays';
import type { Id } from '@/lib/core/ids';
import type { ReadCtx } from '@/lib/db/context';
import { usualPressOf } from '@/lib/print/press';
import type { PrintedContent } from './content-hash';
import { customThemesOf } from './custom-themes';
import { dayEntriesOf } from './day-entries';
import { type CalendarDocument, picturesIn } from './document';
import { findOwnPictures } from './store';

/** What a document would be printed as at this moment: with today's holidays and the pictures that are there. */
export async function printedContent(
  ctx: ReadCtx,
  owner: { ownerId: Id<'user'> },
  document: CalendarDocument,
  corrections: readonly HolidayCorrection[],
): Promise<PrintedContent> {
  const [pictures, themes] = await Promise.all([
    findOwnPictures(ctx, owner, picturesIn(document)),
    customThemesOf(ctx, document),
  ]);
  return {
    document,
    entries: dayEntriesOf(document, corrections),
    themes,
    pressId: usualPressOf(document.formatId).id,
    pictureHashes: new Map(
      pictures
        .filter(({ status }) => status === 'READY')
        .map(({ id, contentHash }) => [id, contentHash]),
    ),
  };
}
