import { sameContent } from '@/lib/core/same-content';
import { setPeople } from './change-document';
import {
  type CalendarDocument,
  COVER_PAGE,
  DATES_MAX,
  type PageIndex,
  PEOPLE_MAX,
} from './document';

/** Settings that only make sense together: a merge takes each group whole from one side. */
const GROUP_FIELDS = {
  words: ['title', 'subtitle'],
  paper: ['formatId', 'hasOverview', 'notesPages'],
  months: ['from', 'monthCount'],
  look: ['themeId', 'layoutId'],
  days: [
    ...(['language', 'hasNativeDigits', 'firstWeekday', 'weekNumbers'] as const),
    ...(['secondaryCalendar', 'hasMoonPhases'] as const),
  ],
  holidays: ['holidaySets', 'hiddenHolidays', 'shownHolidays'],
  people: ['people'],
  dates: ['dates'],
} as const satisfies Record<string, readonly (keyof CalendarDocument)[]>;

export type MergeGroup = keyof typeof GROUP_FIELDS;
export const MERGE_GROUPS = Object.keys(GROUP_FIELDS) as MergeGroup[];

/** A page by its place, or a group of settings. */
export type MergePart = PageIndex | MergeGroup;

/** Lists can be brought together: what either side has added stays, what either has removed goes. */
export type MergeSide = 'mine' | 'theirs' | 'both';

export type MergePlan = {
  part: MergePart;
  /** What a merge takes unless somebody decides otherwise. */
  side: MergeSide;
  /** Both sides have changed it, so that taking one loses work of the other. */
  isClash: boolean;
};

export const isList = (part: MergePart): part is 'people' | 'dates' =>
  part === 'people' || part === 'dates';

/**
 * The parts in which two versions differ, settings first, and for each what to take: what was changed on one side only
 * comes from there.
 * @param base what both were made from; null where it is not known, and then every part counts as changed by both
 */
export function planMerge(
  mine: CalendarDocument,
  theirs: CalendarDocument,
  base: CalendarDocument | null,
): MergePlan[] {
  const pages = [...mine.pages.keys()].filter((pageIndex) => theirs.pages[pageIndex]);
  const parts: MergePart[] = [...MERGE_GROUPS, COVER_PAGE, ...pages];
  return parts.flatMap((part): MergePlan[] => {
    const [a, b] = [contentOf(mine, part), contentOf(theirs, part)];
    if (sameContent(a, b)) return [];
    const origin = base && contentOf(base, part);
    if (sameContent(origin, a)) return [{ part, side: 'theirs', isClash: false }];
    if (sameContent(origin, b)) return [{ part, side: 'mine', isClash: false }];
    // What either side added can be kept; only where both changed the same entry does one of them win.
    return [{ part, side: isList(part) ? 'both' : 'mine', isClash: true }];
  });
}

/**
 * One document out of two versions: each part from the side that was chosen for it. Months that only the longer of the
 * two has come with its pages. Both sides being valid, so is the result.
 * @param sides for the parts in which they differ; a part that is left out comes from mine
 */
export function mergeDocuments(
  mine: CalendarDocument,
  theirs: CalendarDocument,
  base: CalendarDocument | null,
  sides: ReadonlyMap<MergePart, MergeSide>,
): CalendarDocument {
  const takes = (part: MergePart) => (sides.get(part) === 'theirs' ? theirs : mine);
  let merged = mine;
  for (const group of MERGE_GROUPS) {
    const from = takes(group);
    for (const field of GROUP_FIELDS[group]) merged = { ...merged, [field]: from[field] };
  }
  if (sides.get('dates') === 'both') {
    const dates = mergeLists(mine.dates, theirs.dates, base?.dates ?? []);
    merged = { ...merged, dates: dates.slice(0, DATES_MAX) };
  }
  if (sides.get('people') === 'both') {
    const people = mergeLists(mine.people, theirs.people, base?.people ?? []);
    merged = { ...merged, people: people.slice(0, PEOPLE_MAX) };
  }
  const longer = takes('months');
  const cover = takes(COVER_PAGE).cover;
  const pages = longer.pages.map((page, index) => takes(index).pages[index] ?? page);
  // A date may stand in the column of a person whom the other side has removed.
  return setPeople({ ...merged, cover, pages }, merged.people);
}

/** Mine first; of an entry that both changed, mine. An entry that one side removed and the other left alone is gone. */
function mergeLists<T extends { id: string }>(
  mine: readonly T[],
  theirs: readonly T[],
  base: readonly T[],
): T[] {
  const origin = byId(base);
  const [own, other] = [byId(mine), byId(theirs)];
  const isUntouched = (item: T) => sameContent(origin.get(item.id), item);
  const kept = mine.flatMap((item) => {
    const counterpart = other.get(item.id);
    if (!counterpart) return isUntouched(item) ? [] : [item];
    return [isUntouched(item) ? counterpart : item];
  });
  return [...kept, ...theirs.filter((item) => !own.has(item.id) && !isUntouched(item))];
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function contentOf(document: CalendarDocument, part: MergePart): unknown {
  if (typeof part !== 'number') return GROUP_FIELDS[part].map((field) => document[field]);
  return part === COVER_PAGE ? document.cover : (document.pages[part] ?? null);
}
