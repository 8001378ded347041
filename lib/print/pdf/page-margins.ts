import type { Page } from '../operations';
import type { Edition, PressProfile } from '../press';
import { MARKS_MARGIN_MM } from './crop-marks';

/** How far the media, and how far the bleed, reach beyond the trimmed page. */
export function pageMargins(
  page: Pick<Page, 'bleedMm'>,
  { edition, press }: { edition: Edition; press: PressProfile },
): { aroundMm: number; bleedMm: number } {
  if (edition === 'digital') return { aroundMm: 0, bleedMm: 0 };
  const hasMarks = edition === 'press' && press.marks;
  return { aroundMm: page.bleedMm + (hasMarks ? MARKS_MARGIN_MM : 0), bleedMm: page.bleedMm };
}
