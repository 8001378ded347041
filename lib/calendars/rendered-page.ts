import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { Page } from '@/lib/print/operations';
import type { PreflightFinding } from '@/lib/print/preflight';

/** A page as the screen shows it. Its SVG comes from our own painter: paths and numbers, no text of a person. */
export type RenderedPage = Pick<
  Page,
  'index' | 'role' | 'monthIndex' | 'trim' | 'bleedMm' | 'slots' | 'days'
> & {
  /**
   * With the bleed around it; a screen that shows the trimmed page narrows the view box. The picture of a slot carries
   * its number as `data-slot`.
   */
  svg: string;
  /** What is written in the days of this month, in words; empty for cover and back. */
  entries: DayEntry[];
  /** What preflight says about this page alone. */
  findings: PreflightFinding[];
};

/** The drawing of the trimmed page, or of all that is printed with the bleed around it. */
export function framedSvg(
  page: Pick<RenderedPage, 'svg' | 'trim' | 'bleedMm'>,
  showsBleed: boolean,
): string {
  const { widthMm, heightMm } = page.trim;
  const bleedMm = showsBleed ? page.bleedMm : 0;
  const view = [-bleedMm, -bleedMm, widthMm + 2 * bleedMm, heightMm + 2 * bleedMm].join(' ');
  // The first view box is the page's own; those of its pictures follow.
  return page.svg.replace(/viewBox="[^"]*"/, `viewBox="${view}"`);
}
