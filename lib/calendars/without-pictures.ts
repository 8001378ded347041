import type { Id } from '@/lib/core/ids';
import type { CalendarDocument, CalendarPage, Slot } from './document';

/** The same document without these pictures; the very same where they have no place. Captions and crops of others stay. */
export function withoutPictures(
  document: CalendarDocument,
  pictureIds: ReadonlySet<Id<'picture'>>,
): CalendarDocument {
  const isGone = (slot: Slot | null) => slot !== null && pictureIds.has(slot.pictureId);
  const page = (before: CalendarPage): CalendarPage =>
    before.slots.some(isGone)
      ? { ...before, slots: before.slots.map((slot) => (isGone(slot) ? null : slot)) }
      : before;
  const dates = document.dates.map((date) =>
    isGone(date.picture) ? { ...date, picture: null } : date,
  );
  const changed = {
    ...document,
    cover: page(document.cover),
    pages: document.pages.map(page),
    dates,
  };
  const isSame =
    changed.cover === document.cover &&
    changed.pages.every((one, index) => one === document.pages[index]) &&
    dates.every((one, index) => one === document.dates[index]);
  return isSame ? document : changed;
}
