import { composeDocument } from '@/lib/calendars/compose-document';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import { yearMonth } from '@/lib/core/plain-date';
import { aSlot, slotsOf } from '../../support/documents';

export const pictureId = (number: number) =>
  `pic_${String(number).padStart(10, '0')}` as Id<'picture'>;

export function sampleDocument(change: Partial<CalendarDocument> = {}): CalendarDocument {
  const document = composeDocument({
    title: 'Our year',
    formatId: 'wall-a3-portrait',
    from: yearMonth(2027, 9),
    monthCount: 12,
    language: 'en',
    firstWeekday: 1,
    holidaySets: [],
    themeId: 'atelier',
    layoutId: 'photo-above',
  });
  return { ...document, ...change };
}

/** A document whose cover and first months hold pictures 0, 1, 2… */
export function filledDocument(count = 3): CalendarDocument {
  const document = sampleDocument();
  const slot = (number: number) => aSlot(pictureId(number));
  return {
    ...document,
    cover: { ...document.cover, slots: slotsOf(slot(0)) },
    pages: document.pages.map((page, index) =>
      index < count ? { ...page, slots: slotsOf(slot(index + 1)) } : page,
    ),
  };
}
