import { assert } from '@/lib/core/assert';
import type { CalendarDocument } from './document';
import { pagePlan } from './page-plan';

/** Gives each object a number of its own: documents share what did not change, so the number stands for the content. */
const tokens = new WeakMap<object, number>();
let nextToken = 1;

function tokenOf(part: object): number {
  const known = tokens.get(part);
  if (known !== undefined) return known;
  const token = nextToken;
  nextToken += 1;
  tokens.set(part, token);
  return token;
}

/**
 * Names what a page will look like: documents in which the key of a page is equal draw that page alike. Undoing brings
 * the old key back, and with it the page that was drawn for it.
 * @param index of the page in the page plan; empty for a page that is not in it
 */
export function pageKey(document: CalendarDocument, index: number): string {
  const planned = pagePlan(document)[index];
  if (!planned) return '';
  const { formatId, from, language, themeId, hasNativeDigits } = document;
  const common = [planned.role, index, formatId, from, language, themeId, hasNativeDigits];
  const words = [document.title, document.subtitle, document.monthCount];
  const days = [document.dates, document.holidaySets, document.hiddenHolidays].map(tokenOf);
  const grid = [
    document.firstWeekday,
    document.weekNumbers,
    document.secondaryCalendar,
    document.hasMoonPhases,
    tokenOf(document.shownHolidays),
    tokenOf(document.people),
  ];
  switch (planned.role) {
    case 'cover':
      return [...common, ...words, tokenOf(document.cover)].join('|');
    case 'month': {
      const page = document.pages[planned.monthIndex ?? -1];
      assert(page, 'a month page has a page');
      return [...common, document.layoutId, ...grid, ...days, tokenOf(page)].join('|');
    }
    case 'poster':
      return [
        ...common,
        ...words,
        document.layoutId,
        ...grid,
        ...days,
        tokenOf(document.cover),
      ].join('|');
    case 'overview':
    case 'notes':
    case 'back':
      return [...common, ...words, ...grid, ...days].join('|');
  }
}
