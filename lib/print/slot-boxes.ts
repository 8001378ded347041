import { type CalendarDocument, COVER_PAGE, type PageIndex } from '@/lib/calendars/document';
import { isPoster } from '@/lib/calendars/page-plan';
import { formatOf } from './formats';
import { coverSlotBox } from './layout-cover';
import { posterSlotBoxes } from './layout-poster';
import type { Box } from './operations';
import { pageLayoutOf, slotBoxesIn } from './page-layout';
import type { PressProfile } from './press';
import type { Theme } from './theme';

/**
 * Where the pictures of a designed page stand, in the order of its slots: what a crop fills, bleed included. None for
 * a page without pictures, and for a month of a poster.
 * @param themes what staff made or changed: a cover's slot depends on its theme
 */
export function slotBoxesOf(
  document: CalendarDocument,
  pageIndex: PageIndex,
  themes: readonly Theme[],
  press?: PressProfile,
): Box[] {
  const format = formatOf(document.formatId, press);
  if (isPoster(document.formatId)) {
    return pageIndex === COVER_PAGE ? posterSlotBoxes(document, format) : [];
  }
  if (pageIndex === COVER_PAGE) return [coverSlotBox(document, themes, press)];
  const page = document.pages[pageIndex];
  return page ? slotBoxesIn(pageLayoutOf(page.layoutId ?? document.layoutId, format), format) : [];
}
