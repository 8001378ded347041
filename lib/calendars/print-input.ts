import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, type ReadCtx } from '@/lib/db/context';
import { usualPressOf } from '@/lib/print/press';
import type { MeasuredPicture, PrintInput } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';
import { customThemesOf } from './custom-themes';
import { dayEntriesOf } from './day-entries';
import { type CalendarDocument, picturesIn } from './document';
import { loadCorrections } from './holiday-corrections';
import { measuredPicture } from './measured-picture';
import { findOwnPictures } from './store';

/**
 * What the print layout needs to draw a document of this person now: words of the days, sizes of the pictures, fonts.
 * Pictures that are not the person's or not ready are left out, and their slots are drawn empty.
 * @throws DomainError "account.sign_in_required"
 */
export function printInputOf(ctx: Ctx, document: CalendarDocument): Promise<PrintInput> {
  return printInputFor(ctx, { ownerId: asPerson(ctx).actor.userId }, document);
}

/** The same for whoever owns the calendar: for work that is done on the owner's behalf. */
export async function printInputFor(
  ctx: ReadCtx,
  owner: { ownerId: Id<'user'> },
  document: CalendarDocument,
): Promise<PrintInput> {
  const [rows, corrections, themes] = await Promise.all([
    findOwnPictures(ctx, owner, picturesIn(document)),
    loadCorrections(ctx),
    customThemesOf(ctx, document),
  ]);
  const pictures = new Map<Id<'picture'>, MeasuredPicture>();
  for (const row of rows) {
    if (row.status !== 'READY') continue;
    pictures.set(row.id as Id<'picture'>, measuredPicture(row));
  }
  const entries = dayEntriesOf(document, corrections);
  const press = usualPressOf(document.formatId);
  return { document, entries, pictures, fonts: loadFontBook(), themes, press };
}
