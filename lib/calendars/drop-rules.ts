import type { Id } from '@/lib/core/ids';
import { formatOf } from '@/lib/print/formats';
import { pageLayoutOf } from '@/lib/print/page-layout';
import {
  COVER_PAGE,
  clearSlot,
  type PageIndex,
  pageAt,
  placePicture,
  type SlotRef,
  swapPages,
  swapSlots,
} from './change-document';
import type { CalendarDocument } from './document';
import type { StepName } from './editor-state';

/** What can be picked up: a picture of the library, what is in a slot, or all pictures of a page. */
export type DragItem =
  | { kind: 'picture'; pictureId: Id<'picture'> }
  | { kind: 'slot'; ref: SlotRef }
  | { kind: 'page'; pageIndex: PageIndex };

/** Where it can be put: into a slot, onto a page of the strip, or back into the library. */
export type DropTarget =
  | { kind: 'slot'; ref: SlotRef }
  | { kind: 'page'; pageIndex: PageIndex }
  | { kind: 'library' };

/** How many pictures a page shows; the document may keep more for a richer layout. */
export function slotCountOf(document: CalendarDocument, pageIndex: PageIndex): number {
  if (pageIndex === COVER_PAGE) return 1;
  const layoutId = pageAt(document, pageIndex).layoutId ?? document.layoutId;
  return pageLayoutOf(layoutId, formatOf(document.formatId)).slots.length;
}

/** Where a picture goes that is put on a page and not into a slot: the first empty slot, else the first one. */
export function bestSlotOf(document: CalendarDocument, pageIndex: PageIndex): SlotRef {
  const count = slotCountOf(document, pageIndex);
  const empty = pageAt(document, pageIndex).slots.slice(0, count).indexOf(null);
  return { pageIndex, slotIndex: Math.max(0, empty) };
}

/** The document after a drop, and what the step is called; null where the drop means nothing. */
export function applyDrop(
  document: CalendarDocument,
  item: DragItem,
  target: DropTarget,
): { name: StepName; document: CalendarDocument } | null {
  if (target.kind === 'library') {
    return item.kind === 'slot'
      ? { name: 'remove', document: clearSlot(document, item.ref) }
      : null;
  }
  if (item.kind === 'page') {
    if (target.kind !== 'page' || target.pageIndex === item.pageIndex) return null;
    return { name: 'move', document: swapPages(document, item.pageIndex, target.pageIndex) };
  }
  const place = target.kind === 'slot' ? target.ref : bestSlotOf(document, target.pageIndex);
  if (item.kind === 'picture') {
    return { name: 'place', document: placePicture(document, place, item.pictureId) };
  }
  const isSamePage = item.ref.pageIndex === place.pageIndex;
  if (isSamePage && (target.kind === 'page' || item.ref.slotIndex === place.slotIndex)) return null;
  return { name: 'move', document: swapSlots(document, item.ref, place) };
}
