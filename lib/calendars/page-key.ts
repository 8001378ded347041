import type { CalendarDocument } from './document';

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
 * @param index 0 is the cover, then the months, then the back cover
 */
export function pageKey(document: CalendarDocument, index: number): string {
  const { formatId, from, language, themeId } = document;
  const common = [formatId, from, language, themeId];
  if (index === 0) {
    const { title, subtitle, monthCount, cover } = document;
    return ['cover', ...common, monthCount, tokenOf(cover), title, subtitle].join('|');
  }
  const grid = [document.firstWeekday, document.weekNumbers];
  const days = [document.dates, document.holidaySets, document.hiddenHolidays].map(tokenOf);
  const page = document.pages[index - 1];
  if (!page) {
    const { monthCount, title, subtitle } = document;
    return ['back', ...common, ...grid, ...days, monthCount, title, subtitle].join('|');
  }
  return ['month', index, ...common, document.layoutId, ...grid, ...days, tokenOf(page)].join('|');
}
