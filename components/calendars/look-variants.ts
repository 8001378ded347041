import { changePage, pageAt } from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  CENTRED,
  type PageIndex,
  picturesIn,
} from '@/lib/calendars/document';

const known = new WeakMap<CalendarDocument, Map<string, CalendarDocument>>();

/**
 * A document with one choice made differently. The same question about the same document gets the same object, so that
 * what was drawn for it is found again when a panel is opened once more.
 * @param key names the choice
 */
export function variantOf(
  document: CalendarDocument,
  key: string,
  make: (document: CalendarDocument) => CalendarDocument,
): CalendarDocument {
  const variants = known.get(document) ?? new Map<string, CalendarDocument>();
  known.set(document, variants);
  const variant = variants.get(key) ?? make(document);
  variants.set(key, variant);
  return variant;
}

/** For looking only: a page whose empty slots show other photos of the calendar, so that a layout can be judged. */
export function withSamplePhotos(
  document: CalendarDocument,
  pageIndex: PageIndex,
): CalendarDocument {
  const { slots } = pageAt(document, pageIndex);
  const here = new Set(slots.map((slot) => slot?.pictureId));
  const others = picturesIn(document).filter((id) => !here.has(id));
  let next = Math.max(0, pageIndex);
  return changePage(document, pageIndex, {
    slots: slots.map((slot) => {
      const pictureId = slot ? null : others[next % others.length];
      if (!pictureId) return slot;
      next += 1;
      return { pictureId, crop: CENTRED, filter: 'none' };
    }),
  });
}
