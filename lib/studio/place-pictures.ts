import { pageAt, placePicture } from '@/lib/calendars/change-document';
import { type CalendarDocument, COVER_PAGE } from '@/lib/calendars/document';
import { cropPlaced } from '@/lib/calendars/slot-place';
import type { Id } from '@/lib/core/ids';
import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import type { PictureView } from '@/lib/pictures/picture-view';

/**
 * The document with a picture in the first slot of each month it is for, whatever the year, cropped as if it had been
 * put there by hand. Locked pages and months without a picture stay as they are.
 * @param byMonth pictures by month, 1 to 12
 * @param cover for the cover where it is empty; null leaves it
 */
export function placePictures(
  document: CalendarDocument,
  byMonth: ReadonlyMap<number, PictureView>,
  cover: PictureView | null,
): CalendarDocument {
  const known = new Map<Id<'picture'>, PictureView>();
  let placed = document;
  const put = (pageIndex: number, picture: PictureView) => {
    if (pageAt(placed, pageIndex).isLocked) return;
    known.set(picture.id, picture);
    placed = placePicture(placed, { pageIndex, slotIndex: 0 }, picture.id);
  };
  if (cover && document.cover.slots[0] == null) put(COVER_PAGE, cover);
  for (const pageIndex of document.pages.keys()) {
    const picture = byMonth.get(monthPartsOf(addMonths(document.from, pageIndex)).month);
    if (picture) put(pageIndex, picture);
  }
  return cropPlaced(document, placed, known);
}
