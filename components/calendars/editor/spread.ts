import type { CalendarDocument } from '@/lib/calendars/document';
import { pagePlan } from '@/lib/calendars/page-plan';
import type { Spread } from './use-view';

const SPREAD_PAGES: Record<Spread, number> = { one: 1, pair: 2, six: 6 };

/**
 * The printed pages that are looked at together with one of them. Months are counted off from the first month, so that
 * going to a neighbour inside a spread moves nothing; what comes before or after the months is a spread of its own.
 */
export function spreadAround(
  document: Pick<CalendarDocument, 'formatId' | 'monthCount' | 'hasOverview' | 'notesPages'>,
  printIndex: number,
  spread: Spread,
): number[] {
  const roles = pagePlan(document).map(({ role }) => role);
  const firstMonth = Math.max(0, roles.indexOf('month'));
  const afterMonths = roles.lastIndexOf('month') + 1;
  const [from, to] =
    printIndex < firstMonth
      ? [0, firstMonth]
      : printIndex < afterMonths
        ? [firstMonth, afterMonths]
        : [afterMonths, roles.length];
  const size = SPREAD_PAGES[spread];
  const start = from + Math.floor((printIndex - from) / size) * size;
  return Array.from({ length: Math.min(size, to - start) }, (_, at) => start + at);
}

/** How many pages to set side by side so that each is as large as it can be. */
export function columnsFor(
  count: number,
  aspect: number,
  room: { width: number; height: number },
): number {
  const widthWith = (columns: number) => {
    const rows = Math.ceil(count / columns);
    return Math.min(room.width / columns, (room.height / rows) * aspect);
  };
  const choices = Array.from({ length: count }, (_, at) => at + 1);
  return choices.reduce((best, columns) => (widthWith(columns) > widthWith(best) ? columns : best));
}
