import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import {
  type CalendarDocument,
  type CalendarPage,
  CENTRED,
  COVER_PAGE,
  type Crop,
  DATES_MAX,
  emptyPage,
  type FilterId,
  type LayoutId,
  type OwnDate,
  type PageIndex,
  PEOPLE_MAX,
  type Person,
  type Slot,
  type ThemeId,
} from './document';

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
  return setSlot(document, ref, { pictureId, crop: CENTRED, filter: 'none' });
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

/** The same change on several pages; those that it does not touch keep their identity. */
export function changePages(
  document: CalendarDocument,
  pageIndexes: Iterable<PageIndex>,
  change: (page: CalendarPage, pageIndex: PageIndex) => CalendarPage,
): CalendarDocument {
  let changed = document;
  for (const pageIndex of pageIndexes) {
    const before = pageAt(changed, pageIndex);
    const after = change(before, pageIndex);
    if (after !== before) changed = changePage(changed, pageIndex, after);
  }
  return changed;
}

/** Cover first, then the months. */
export function designedPagesOf(document: CalendarDocument): PageIndex[] {
  return [COVER_PAGE, ...document.pages.keys()];
}

/**
 * A layout for pages. The calendar's own is stored as none of their own, so that they follow it when it changes; the
 * cover has no layout and stays as it is.
 */
export function setLayout(
  document: CalendarDocument,
  pageIndexes: Iterable<PageIndex>,
  layoutId: LayoutId,
): CalendarDocument {
  const own = layoutId === document.layoutId ? null : layoutId;
  return changePages(document, pageIndexes, (page, pageIndex) =>
    pageIndex === COVER_PAGE || page.layoutId === own ? page : { ...page, layoutId: own },
  );
}

/** A theme for pages; the calendar's own is stored as none of their own. */
export function setTheme(
  document: CalendarDocument,
  pageIndexes: Iterable<PageIndex>,
  themeId: ThemeId,
): CalendarDocument {
  const own = themeId === document.themeId ? null : themeId;
  return changePages(document, pageIndexes, (page) =>
    page.themeId === own ? page : { ...page, themeId: own },
  );
}

/** A filter for every picture of the pages, also for those that their layouts do not show now. */
export function setPageFilter(
  document: CalendarDocument,
  pageIndexes: Iterable<PageIndex>,
  filter: FilterId,
): CalendarDocument {
  return changePages(document, pageIndexes, (page) => withFilters(page, () => filter));
}

export function setFilter(
  document: CalendarDocument,
  ref: SlotRef,
  filter: FilterId,
): CalendarDocument {
  const slot = slotAt(document, ref);
  return slot && slot.filter !== filter ? setSlot(document, ref, { ...slot, filter }) : document;
}

function withFilters(
  page: CalendarPage,
  filterOf: (slotIndex: number) => FilterId | null,
): CalendarPage {
  const slots = page.slots.map((slot, index) => {
    const filter = filterOf(index);
    return slot && filter !== null && slot.filter !== filter ? { ...slot, filter } : slot;
  });
  return slots.some((slot, index) => slot !== page.slots[index]) ? { ...page, slots } : page;
}

/** Locked pages stay as they are when the calendar is filled again. */
export function lockPages(
  document: CalendarDocument,
  pageIndexes: Iterable<PageIndex>,
  isLocked: boolean,
): CalendarDocument {
  return changePages(document, pageIndexes, (page) =>
    page.isLocked === isLocked ? page : { ...page, isLocked },
  );
}

/**
 * Gives other pages the look of one: its layout, theme and filters. Pictures, crops and captions stay. A page with more
 * pictures than the model has a filter for takes that of the model's first picture.
 */
export function copyStyle(
  document: CalendarDocument,
  from: PageIndex,
  to: Iterable<PageIndex>,
): CalendarDocument {
  const model = pageAt(document, from);
  const first = model.slots.find((slot) => slot !== null)?.filter ?? null;
  return changePages(document, to, (page, pageIndex) => {
    if (pageIndex === from) return page;
    const hasLayout = from !== COVER_PAGE && pageIndex !== COVER_PAGE;
    const styled = withFilters(page, (index) => model.slots[index]?.filter ?? first);
    const layoutId = hasLayout ? model.layoutId : page.layoutId;
    if (styled.layoutId === layoutId && styled.themeId === model.themeId) return styled;
    return { ...styled, layoutId, themeId: model.themeId };
  });
}

/** Takes every picture off the pages. */
export function clearPages(
  document: CalendarDocument,
  pageIndexes: Iterable<PageIndex>,
): CalendarDocument {
  return changePages(document, pageIndexes, (page) =>
    page.slots.some((slot) => slot !== null)
      ? { ...page, slots: page.slots.map(() => null) }
      : page,
  );
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

/**
 * Shows or hides one holiday, and notes only what differs from what is printed anyway. A holiday that several countries
 * share has a key of each; hiding or showing one of them does it for all.
 */
export function setHolidayShown(
  document: CalendarDocument,
  holiday: { keys: readonly string[]; isUsual: boolean },
  isShown: boolean,
): CalendarDocument {
  const { keys, isUsual } = holiday;
  const others = (known: readonly string[]) => known.filter((key) => !keys.includes(key));
  const noted = keys.slice(0, 1);
  return {
    ...document,
    hiddenHolidays: [...others(document.hiddenHolidays), ...(isUsual && !isShown ? noted : [])],
    shownHolidays: [...others(document.shownHolidays), ...(!isUsual && isShown ? noted : [])],
  };
}

/** Adds, changes or reorders the columns of the family planner; dates of a person who is gone belong to everybody. */
export function setPeople(document: CalendarDocument, people: readonly Person[]): CalendarDocument {
  const known = new Set(people.map(({ id }) => id));
  const dates = document.dates.map((date) =>
    date.personId === null || known.has(date.personId) ? date : { ...date, personId: null },
  );
  return {
    ...document,
    people: people.slice(0, PEOPLE_MAX),
    dates: dates.some((date, index) => date !== document.dates[index]) ? dates : document.dates,
  };
}
