import { drawBadge, drawBanner, drawScript, drawShapesHeading } from './headings/bold';
import { drawCentred, drawLined, drawMasthead } from './headings/centred';
import { drawColumn } from './headings/column';
import type { HeadingInput, HeadingKit } from './headings/heading-kit';
import { drawNumeral, drawQuiet, drawStacked } from './headings/plain';
import type { Box } from './operations';
import { inReadingDirection, type Sheet } from './sheet';
import type { Theme } from './theme';

const STYLES: Record<Theme['heading'], (kit: HeadingKit) => void> = {
  stacked: drawStacked,
  numeral: drawNumeral,
  centred: drawCentred,
  banner: drawBanner,
  masthead: drawMasthead,
  script: drawScript,
  lined: drawLined,
  badge: drawBadge,
  shapes: drawShapesHeading,
  quiet: drawQuiet,
};

/**
 * Draws month, year and, where there is room, the months before and after. Sizes follow the longest month name of the
 * language, so that they are the same on all twelve pages. Languages that read from right to left get it mirrored.
 */
export function drawHeading(
  sheet: Sheet,
  theme: Theme,
  input: HeadingInput,
  box: Box,
  place: 'above' | 'beside',
): void {
  const kit = { sheet: inReadingDirection(sheet, input.document.language, box), theme, input, box };
  if (place === 'beside') drawColumn(kit);
  else STYLES[theme.heading](kit);
}
