import { pageCountOf, plannedPageAt } from '@/lib/calendars/page-plan';
import { assert } from '@/lib/core/assert';
import { layoutBack } from './layout-back';
import { layoutCover } from './layout-cover';
import { layoutMonth } from './layout-month';
import { layoutNotes } from './layout-notes';
import { layoutOverview } from './layout-overview';
import { layoutPoster } from './layout-poster';
import type { Page } from './operations';
import type { PrintInput } from './print-input';

/** Lays out every page of the plan, in the order of the file. Same input, same pages. */
export function layoutCalendar(input: PrintInput): Page[] {
  return Array.from({ length: pageCountOf(input.document) }, (_, index) =>
    layoutPage(input, index),
  );
}

/**
 * Lays out one page, exactly as `layoutCalendar` does.
 * @param index of the page in the page plan
 */
export function layoutPage(input: PrintInput, index: number): Page {
  const { role, monthIndex } = plannedPageAt(input.document, index);
  switch (role) {
    case 'cover':
      return layoutCover(input);
    case 'month':
      assert(monthIndex !== null, 'a month page has a month');
      return layoutMonth(input, monthIndex, index);
    case 'overview':
      return layoutOverview(input, index);
    case 'notes':
      return layoutNotes(input, index);
    case 'poster':
      return layoutPoster(input, index);
    case 'back':
      return layoutBack(input, index);
  }
}
