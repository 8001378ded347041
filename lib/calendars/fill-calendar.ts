import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { listAutofillPictures } from '@/lib/pictures/list-autofill-pictures';
import { autofill } from './autofill';
import { customThemesOf } from './custom-themes';
import type { CalendarDocument } from './document';

/**
 * Proposes pictures for the empty slots of a document, in the order in which they were uploaded where nothing else
 * decides. Stores nothing. Locked pages stay as they are.
 * @param input.isAgain also replaces the pictures of pages that are not locked
 * @param input.pictureIds which of the person's ready pictures to use; all of them when left out
 */
export async function fillCalendar(
  ctx: Ctx,
  input: {
    document: CalendarDocument;
    pictureIds?: readonly Id<'picture'>[] | undefined;
    isAgain?: boolean | undefined;
  },
): Promise<CalendarDocument> {
  const wanted = input.pictureIds ? new Set<string>(input.pictureIds) : null;
  const newestFirst = await listAutofillPictures(ctx);
  const pictures = newestFirst.filter(({ id }) => wanted?.has(id) ?? true).reverse();
  return autofill({
    pictures,
    document: input.document,
    isAgain: input.isAgain ?? false,
    themes: await customThemesOf(ctx, input.document),
  });
}
