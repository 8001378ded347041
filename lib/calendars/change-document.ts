import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import {
  type CalendarDocument,
  type CalendarPage,
  CENTRED,
  type Crop,
  DATES_MAX,
  emptyPage,
  type OwnDate,
  type Slot,
} from './document';

/** A page of the document that can be designed: -1 is the cover, 0 and up the months. As in CalendarImage. */
export type PageIndex = number;
export const COVER_PAGE: PageIndex = -1;

export type SlotRef = { pageIndex: PageIndex; slotIndex: number };

/** @throws (assertion) for a page that the document does not have */
export function pageAt(document: CalendarDocument, pageIndex: PageIndex): CalendarPage {
  const page = pageIndex === COVER_PAGE ? document.cover : document.pages[pageIndex];
  assert(page, `page ${pageIndex} exists`);
  return page;
}

export function slotAt(document: CalendarDocument, ref: SlotRef): Slot | null {
  return pageAt(document, ref.pageIndex).slots[ref.slotIndex] ?? null;
}

/** The same document with one page changed; all other pages keep their identity, which is how screens see what to redraw. */
export function changePage(
  document: CalendarDocument,
  pageIndex: PageIndex,
  change: Partial<CalendarPage>,
): CalendarDocument {
  const page = { ...pageAt(document, pageIndex), ...change };
  if (pageIndex === COVER_PAGE) return { ...document, cover: page };
  return {
    ...document,
    pages: document.pages.map((other, index) => (index === pageIndex ? page : other)),
  };
}

function setSlot(document: CalendarDocument, ref: SlotRef, slot: Slot | null): CalendarDocument {
  const { slots } = pageAt(document, ref.pageIndex);
  assert(ref.slotIndex >= 0 && ref.slotIndex < slots.length, `slot ${ref.slotIndex} exists`);
  return changePage(document, ref.pageIndex, {
    slots: slots.map((other, index) => (index === ref.slotIndex ? slot : other)),
  });
}

/** The one page in which two versions of a document differ; null when none or several do, or when months came or went. */
export function onlyChangedPage(
  before: CalendarDocument,
  after: CalendarDocument,
): PageIndex | null {
  if (before.pages.length !== after.pages.length) return null;
  const changed = before.pages.flatMap((page, index) =>
    page === after.pages[index] ? [] : [index],
  );
  if (before.cover !== after.cover) changed.push(COVER_PAGE);
  return changed.length === 1 ? (changed[0] ?? null) : null;
}

/** Puts a picture into a slot, centred. The picture that is there already keeps its crop. */
export function placePicture(
  document: CalendarDocument,
  ref: SlotRef,
  pictureId: Id<'picture'>,
): CalendarDocument {
  if (slotAt(document, ref)?.pictureId === pictureId) return document;
  return setSlot(document, ref, { pictureId, crop: CENTRED });
}

export function clearSlot(document: CalendarDocument, ref: SlotRef): CalendarDocument {
  return slotAt(document, ref) ? setSlot(document, ref, null) : document;
}

export function setCrop(document: CalendarDocument, ref: SlotRef, crop: Crop): CalendarDocument {
  const slot = slotAt(document, ref);
  return slot ? setSlot(document, ref, { ...slot, crop }) : document;
}

/** Exchanges what two slots hold; moving to an empty slot is an exchange with nothing. Crops travel with their picture. */
export function swapSlots(
  document: CalendarDocument,
  from: SlotRef,
  to: SlotRef,
): CalendarDocument {
  if (from.pageIndex === to.pageIndex && from.slotIndex === to.slotIndex) return document;
  const moved = slotAt(document, from);
  const replaced = slotAt(document, to);
  return setSlot(setSlot(document, to, moved), from, replaced);
}

/** Exchanges the pictures and captions of two pages; the dates stay where they are. */
export function swapPages(
  document: CalendarDocument,
  from: PageIndex,
  to: PageIndex,
): CalendarDocument {
  if (from === to) return document;
  const a = pageAt(document, from);
  const b = pageAt(document, to);
  const withA = changePage(document, to, { slots: a.slots, caption: a.caption });
  return changePage(withA, from, { slots: b.slots, caption: b.caption });
}

/** Gives every page the calendar's own layout or theme again. */
export function dropPageChoices(
  document: CalendarDocument,
  choice: 'layoutId' | 'themeId',
): CalendarDocument {
  const plain = (page: CalendarPage): CalendarPage =>
    page[choice] === null ? page : { ...page, [choice]: null };
  return { ...document, cover: plain(document.cover), pages: document.pages.map(plain) };
}

/**
 * Another number of months. More months start empty; fewer months lose their last pages with everything on them,
 * and undo brings them back.
 */
export function setMonthCount(document: CalendarDocument, monthCount: number): CalendarDocument {
  const pages = Array.from(
    { length: monthCount },
    (_, index) => document.pages[index] ?? emptyPage(),
  );
  return { ...document, monthCount, pages };
}

export function setFirstMonth(document: CalendarDocument, from: YearMonth): CalendarDocument {
  return { ...document, from };
}

/** Adds or replaces by id. A calendar holds DATES_MAX dates; what is over that is left out and counted. */
export function putDates(
  document: CalendarDocument,
  dates: readonly OwnDate[],
): { document: CalendarDocument; leftOut: number } {
  const byId = new Map(document.dates.map((date) => [date.id, date]));
  for (const date of dates) byId.set(date.id, date);
  const all = [...byId.values()];
  return {
    document: { ...document, dates: all.slice(0, DATES_MAX) },
    leftOut: Math.max(0, all.length - DATES_MAX),
  };
}

export function removeDate(document: CalendarDocument, id: OwnDate['id']): CalendarDocument {
  return { ...document, dates: document.dates.filter((date) => date.id !== id) };
}

/** Dates that say the same thing about the same day, so that importing a file twice adds nothing. */
export function newDatesOf(
  document: CalendarDocument,
  candidates: readonly OwnDate[],
): { fresh: OwnDate[]; known: OwnDate[] } {
  const sameness = (date: OwnDate) => JSON.stringify([date.text.trim(), date.when]);
  const seen = new Set(document.dates.map(sameness));
  const fresh: OwnDate[] = [];
  const known: OwnDate[] = [];
  for (const date of candidates) {
    const key = sameness(date);
    (seen.has(key) ? known : fresh).push(date);
    seen.add(key);
  }
  return { fresh, known };
}

/** Shows or hides one holiday. A holiday that several countries share has a key of each; hiding one of them hides it. */
export function setHolidayShown(
  document: CalendarDocument,
  keys: readonly string[],
  isShown: boolean,
): CalendarDocument {
  const others = document.hiddenHolidays.filter((hidden) => !keys.includes(hidden));
  return { ...document, hiddenHolidays: isShown ? others : [...others, ...keys.slice(0, 1)] };
}
