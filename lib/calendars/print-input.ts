import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { MeasuredPicture, PrintInput } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';
import { dayEntriesOf } from './day-entries';
import { type CalendarDocument, picturesIn } from './document';
import { loadCorrections } from './holiday-corrections';
import { findOwnPictures } from './store';

/**
 * What the print layout needs to draw a document of this person now: words of the days, sizes of the pictures, fonts.
 * Pictures that are not the person's or not ready are left out, and their slots are drawn empty.
 * @throws DomainError "account.sign_in_required"
 */
export async function printInputOf(ctx: Ctx, document: CalendarDocument): Promise<PrintInput> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const [rows, corrections] = await Promise.all([
    findOwnPictures(ctx, owner, picturesIn(document)),
    loadCorrections(ctx),
  ]);
  const pictures = new Map<Id<'picture'>, MeasuredPicture>();
  for (const row of rows) {
    if (row.status !== 'READY') continue;
    assert(row.widthPx && row.heightPx, 'a ready picture is measured');
    pictures.set(row.id as Id<'picture'>, { widthPx: row.widthPx, heightPx: row.heightPx });
  }
  const entries = dayEntriesOf(document, corrections);
  return { document, entries, pictures, fonts: loadFontBook() };
}
