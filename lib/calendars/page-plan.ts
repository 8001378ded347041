import { assert } from '@/lib/core/assert';
import { type CalendarDocument, COVER_PAGE, type FormatId, type PageIndex } from './document';

export const PAGE_ROLES = ['cover', 'overview', 'month', 'notes', 'back', 'poster'] as const;
export type PageRole = (typeof PAGE_ROLES)[number];

/** One printed page: what it is for and which page of the document it shows. */
export type PlannedPage = {
  role: PageRole;
  /** Index into document.pages; null where the page is no month. */
  monthIndex: number | null;
  /** The page of the document that is designed here, COVER_PAGE or a month; null where there is nothing to place. */
  pageIndex: PageIndex | null;
};

type PlannedFrom = Pick<CalendarDocument, 'formatId' | 'monthCount' | 'hasOverview' | 'notesPages'>;

export function isPoster(formatId: FormatId): boolean {
  return formatId.startsWith('poster-');
}

/** Every printed page in the order of the file. The only place that knows it: page numbers come from here. */
export function pagePlan(document: PlannedFrom): PlannedPage[] {
  if (isPoster(document.formatId)) {
    return [{ role: 'poster', monthIndex: null, pageIndex: COVER_PAGE }];
  }
  const plain = (role: PageRole): PlannedPage => ({ role, monthIndex: null, pageIndex: null });
  return [
    { role: 'cover', monthIndex: null, pageIndex: COVER_PAGE },
    ...(document.hasOverview ? [plain('overview')] : []),
    ...Array.from(
      { length: document.monthCount },
      (_, monthIndex): PlannedPage => ({ role: 'month', monthIndex, pageIndex: monthIndex }),
    ),
    ...Array.from({ length: document.notesPages }, () => plain('notes')),
    plain('back'),
  ];
}

export function pageCountOf(document: PlannedFrom): number {
  return pagePlan(document).length;
}

/** @throws (assertion) for a page that the file does not have */
export function plannedPageAt(document: PlannedFrom, printIndex: number): PlannedPage {
  const page = pagePlan(document)[printIndex];
  assert(page, `page ${printIndex} is in the calendar`);
  return page;
}

/** Where in the file a page of the document is printed; null for a month that a poster does not give a page to. */
export function printIndexOf(document: PlannedFrom, pageIndex: PageIndex): number | null {
  const index = pagePlan(document).findIndex((page) => page.pageIndex === pageIndex);
  return index === -1 ? null : index;
}
