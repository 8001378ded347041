import type { Id } from '@/lib/core/ids';
import { slotBoxesOf } from '@/lib/print/slot-boxes';
import {
  clearSlot,
  designedPagesOf,
  pageAt,
  placePicture,
  type SlotRef,
  swapPages,
  swapSlots,
} from './change-document';
import type { CalendarDocument, PageIndex } from './document';
import type { StepName } from './editor-state';
import { printIndexOf } from './page-plan';

/** What can be picked up: one picture of the library or several, what is in a slot, or all pictures of a page. */
export type DragItem =
  | { kind: 'picture'; pictureId: Id<'picture'> }
  | { kind: 'pictures'; pictureIds: readonly Id<'picture'>[] }
  | { kind: 'slot'; ref: SlotRef }
  | { kind: 'page'; pageIndex: PageIndex };

/** Where it can be put: into a slot, onto a page of the strip, or back into the library. */
export type DropTarget =
  | { kind: 'slot'; ref: SlotRef }
  | { kind: 'page'; pageIndex: PageIndex }
  | { kind: 'library' };

/** How many pictures a page shows; the document may keep more for a richer layout. */
export function slotCountOf(document: CalendarDocument, pageIndex: PageIndex): number {
  return slotBoxesOf(document, pageIndex, []).length;
}

/**
 * Where a picture goes that is put on a page and not into a slot: the first empty slot, else the first one. Null for a
 * page that shows no pictures.
 */
export function bestSlotOf(document: CalendarDocument, pageIndex: PageIndex): SlotRef | null {
  const count = slotCountOf(document, pageIndex);
  if (count === 0) return null;
  const empty = pageAt(document, pageIndex).slots.slice(0, count).indexOf(null);
  return { pageIndex, slotIndex: Math.max(0, empty) };
}

/**
 * Places several pictures one after the other: the first where it is dropped, the others in the places that follow on
 * this page and the next ones, as their layouts show them. What was there goes back to the library; locked pages
 * are passed over, except the one that was dropped on.
 * @returns also how many pictures found no place
 */
export function placePictures(
  document: CalendarDocument,
  start: SlotRef,
  pictureIds: readonly Id<'picture'>[],
): { document: CalendarDocument; leftOver: number } {
  const places = designedPagesOf(document)
    .filter((pageIndex) => pageIndex >= start.pageIndex && isPrinted(document, pageIndex))
    .filter((pageIndex) => pageIndex === start.pageIndex || !pageAt(document, pageIndex).isLocked)
    .flatMap((pageIndex) =>
      Array.from({ length: slotCountOf(document, pageIndex) }, (_, slotIndex) => ({
        pageIndex,
        slotIndex,
      })),
    )
    .filter(({ pageIndex, slotIndex }) => {
      return pageIndex > start.pageIndex || slotIndex >= start.slotIndex;
    });
  let placed = document;
  for (const [at, pictureId] of pictureIds.slice(0, places.length).entries()) {
    const place = places[at];
    if (place) placed = placePicture(placed, place, pictureId);
  }
  return { document: placed, leftOver: Math.max(0, pictureIds.length - places.length) };
}

/** A poster prints no page for its months. */
function isPrinted(document: CalendarDocument, pageIndex: PageIndex): boolean {
  return printIndexOf(document, pageIndex) !== null;
}

/** What a drop does, what the step is called, and how many of several pictures found no place. */
export type Drop = { name: StepName; document: CalendarDocument; leftOver: number };

/** The document after a drop; null where the drop means nothing. */
export function applyDrop(
  document: CalendarDocument,
  item: DragItem,
  target: DropTarget,
): Drop | null {
  if (target.kind === 'library') {
    return item.kind === 'slot'
      ? { name: 'remove', document: clearSlot(document, item.ref), leftOver: 0 }
      : null;
  }
  if (item.kind === 'page') {
    if (target.kind !== 'page' || target.pageIndex === item.pageIndex) return null;
    const swapped = swapPages(document, item.pageIndex, target.pageIndex);
    return { name: 'move', document: swapped, leftOver: 0 };
  }
  const place = target.kind === 'slot' ? target.ref : bestSlotOf(document, target.pageIndex);
  if (!place) return null;
  if (item.kind === 'pictures') {
    return { name: 'place', ...placePictures(document, place, item.pictureIds) };
  }
  if (item.kind === 'picture') {
    const placed = placePicture(document, place, item.pictureId);
    return { name: 'place', document: placed, leftOver: 0 };
  }
  const isSamePage = item.ref.pageIndex === place.pageIndex;
  if (isSamePage && (target.kind === 'page' || item.ref.slotIndex === place.slotIndex)) return null;
  return { name: 'move', document: swapSlots(document, item.ref, place), leftOver: 0 };
}
