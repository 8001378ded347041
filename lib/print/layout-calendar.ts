import { assert } from '@/lib/core/assert';
import { layoutBack } from './layout-back';
import { layoutCover } from './layout-cover';
import { layoutMonth } from './layout-month';
import type { Page } from './operations';
import type { PrintInput } from './print-input';

/** Cover, months and back cover. */
export function pageCountOf(document: PrintInput['document']): number {
  return document.monthCount + 2;
}

/** Lays out the whole calendar: the cover first, its months, the back cover last. Same input, same pages. */
export function layoutCalendar(input: PrintInput): Page[] {
  return Array.from({ length: pageCountOf(input.document) }, (_, index) =>
    layoutPage(input, index),
  );
}

/**
 * Lays out one page, exactly as `layoutCalendar` does.
 * @param index 0 is the cover, 1 the first month, monthCount + 1 the back cover
 */
export function layoutPage(input: PrintInput, index: number): Page {
  const { monthCount } = input.document;
  assert(
    Number.isInteger(index) && index >= 0 && index <= monthCount + 1,
    `page ${index} is in the calendar`,
  );
  if (index === 0) return layoutCover(input);
  if (index === monthCount + 1) return layoutBack(input);
  return layoutMonth(input, index - 1, index);
}
