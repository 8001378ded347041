import type { Id } from '@/lib/core/ids';
import { sameContent } from '@/lib/core/same-content';
import {
  type CalendarDocument,
  type CalendarPage,
  COVER_PAGE,
  type OwnDate,
  type PageIndex,
  type Person,
  type Slot,
} from './document';

/** What of a document is one plain value; pages and lists are compared by what is in them. */
export const COMPARED_FIELDS = [
  'title',
  'subtitle',
  'formatId',
  'from',
  'monthCount',
  'hasOverview',
  'notesPages',
  'language',
  'hasNativeDigits',
  'firstWeekday',
  'weekNumbers',
  'secondaryCalendar',
  'hasMoonPhases',
  'themeId',
  'layoutId',
] as const satisfies readonly (keyof CalendarDocument)[];
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export type FieldChange = {
  [F in ComparedField]: { field: F; before: CalendarDocument[F]; after: CalendarDocument[F] };
}[ComparedField];

/** Things with an id: in the order of the later document, those that are gone in the order of the earlier one. */
export type ListChange<T> = {
  added: T[];
  removed: T[];
  changed: { before: T; after: T }[];
};

/** What happened to one slot. A picture that is on another page now is told in `moves` as well. */
export type SlotChange = {
  slotIndex: number;
  kind: 'placed' | 'removed' | 'replaced' | 'cropped' | 'filtered';
  before: Slot | null;
  after: Slot | null;
};

export type PageChange = {
  pageIndex: PageIndex;
  /** Fields of the page whose value differs. */
  fields: ('layoutId' | 'themeId' | 'caption' | 'isLocked')[];
  slots: SlotChange[];
};

/** A picture that left one page and stands on another. */
export type PictureMove = { pictureId: Id<'picture'>; from: PageIndex; to: PageIndex };

export type Comparison = {
  fields: FieldChange[];
  dates: ListChange<OwnDate>;
  people: ListChange<Person>;
  /** Countries as "DE" or "DE-BY". */
  holidaySets: { added: string[]; removed: string[] };
  /** How many single holidays were switched on or off. */
  holidayChoices: number;
  /** Pages that both documents have and that differ, cover first. */
  pages: PageChange[];
  moves: PictureMove[];
  isEqual: boolean;
};

/**
 * Everything in which two documents differ, in the words of the document: what screens say about it is theirs.
 * Pages are matched by their place, dates and people by their id.
 */
export function compareDocuments(before: CalendarDocument, after: CalendarDocument): Comparison {
  const fields = COMPARED_FIELDS.filter((field) => before[field] !== after[field]).map(
    (field) => ({ field, before: before[field], after: after[field] }) as FieldChange,
  );
  const comparison = {
    fields,
    dates: compareLists(before.dates, after.dates),
    people: compareLists(before.people, after.people),
    holidaySets: compareKeys(before.holidaySets.map(setKey), after.holidaySets.map(setKey)),
    holidayChoices:
      countOf(compareKeys(before.hiddenHolidays, after.hiddenHolidays)) +
      countOf(compareKeys(before.shownHolidays, after.shownHolidays)),
    pages: comparePages(before, after),
    moves: movesBetween(before, after),
  };
  return { ...comparison, isEqual: isNothing(comparison) };
}

function isNothing(comparison: Omit<Comparison, 'isEqual'>): boolean {
  const { fields, dates, people, holidaySets, holidayChoices, pages } = comparison;
  const lists = [dates, people].flatMap(({ added, removed, changed }) => [
    ...added,
    ...removed,
    ...changed,
  ]);
  return fields.length + lists.length + countOf(holidaySets) + holidayChoices + pages.length === 0;
}

const setKey = ({ country, region }: { country: string; region: string | null }) =>
  region === null ? country : `${country}-${region}`;

const countOf = ({ added, removed }: { added: string[]; removed: string[] }) =>
  added.length + removed.length;

function compareKeys(before: readonly string[], after: readonly string[]) {
  const [earlier, later] = [new Set(before), new Set(after)];
  return {
    added: [...later].filter((key) => !earlier.has(key)),
    removed: [...earlier].filter((key) => !later.has(key)),
  };
}

function compareLists<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): ListChange<T> {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: after.flatMap((item) => {
      const known = earlier.get(item.id);
      return known && !sameContent(known, item) ? [{ before: known, after: item }] : [];
    }),
  };
}

function comparePages(before: CalendarDocument, after: CalendarDocument): PageChange[] {
  const cover = comparePage(COVER_PAGE, before.cover, after.cover);
  const months = before.pages.flatMap((page, pageIndex) => {
    const other = after.pages[pageIndex];
    return other ? [comparePage(pageIndex, page, other)] : [];
  });
  return [cover, ...months].filter((change) => change !== null);
}

const PAGE_FIELDS = ['layoutId', 'themeId', 'caption', 'isLocked'] as const;

function comparePage(
  pageIndex: PageIndex,
  before: CalendarPage,
  after: CalendarPage,
): PageChange | null {
  if (before === after) return null;
  const fields = PAGE_FIELDS.filter((field) => before[field] !== after[field]);
  const slots = before.slots.flatMap((slot, slotIndex) => {
    const other = after.slots[slotIndex] ?? null;
    const kind = slotChange(slot, other);
    return kind ? [{ slotIndex, kind, before: slot, after: other }] : [];
  });
  return fields.length + slots.length === 0 ? null : { pageIndex, fields, slots };
}

function slotChange(before: Slot | null, after: Slot | null): SlotChange['kind'] | null {
  if (!before || !after) return before === after ? null : before ? 'removed' : 'placed';
  if (before.pictureId !== after.pictureId) return 'replaced';
  if (!sameContent(before.crop, after.crop)) return 'cropped';
  return before.filter === after.filter ? null : 'filtered';
}

/** One move for each picture that stands on one page in each of the documents: of repeated ones no way is known. */
function movesBetween(before: CalendarDocument, after: CalendarDocument): PictureMove[] {
  const [from, to] = [homesOf(before), homesOf(after)];
  return [...from].flatMap(([pictureId, pages]) => {
    const [earlier, later] = [only(pages), only(to.get(pictureId) ?? new Set())];
    if (earlier === null || later === null || earlier === later) return [];
    return [{ pictureId, from: earlier, to: later }];
  });
}

function only(pages: ReadonlySet<PageIndex>): PageIndex | null {
  const [page] = pages;
  return pages.size === 1 && page !== undefined ? page : null;
}

function homesOf(document: CalendarDocument): Map<Id<'picture'>, Set<PageIndex>> {
  const homes = new Map<Id<'picture'>, Set<PageIndex>>();
  const pages = [[COVER_PAGE, document.cover] as const, ...document.pages.entries()];
  for (const [pageIndex, page] of pages) {
    for (const slot of page.slots) {
      if (!slot) continue;
      const known = homes.get(slot.pictureId) ?? new Set();
      homes.set(slot.pictureId, known.add(pageIndex));
    }
  }
  return homes;
}
