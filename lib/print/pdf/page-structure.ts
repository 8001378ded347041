import type { Page, TextOperation } from '../operations';
import { dayTables } from './day-tables';
import { joined, type Paragraph, paragraphsOf, spokenNode, type TextItem } from './reading-lines';
import type { StructureNode } from './structure-node';

/**
 * What a page says, in the order in which a person reads it: heading, pictures, days as a table, and the rest as it was
 * painted. Operations that are not named are decoration: shapes and lines, small months, watermarks.
 */
export function structurePage(
  page: Page,
  documentTitle: string,
): { root: StructureNode; heading: string } {
  const unclaimed = new Map<number, TextOperation>();
  for (const [index, operation] of page.operations.entries()) {
    if (operation.kind === 'text' && operation.role !== 'watermark') {
      unclaimed.set(index, operation);
    }
  }
  const left = () => Array.from(unclaimed, ([index, text]) => ({ index, text }));
  const take = (wanted: (item: TextItem) => boolean) => {
    const items = left().filter(wanted);
    for (const { index } of items) unclaimed.delete(index);
    return items;
  };
  const tables = dayTables(page.days, { left, take });
  const heading = takeHeading(page, take);
  const rest = paragraphsOf(take(({ text }) => !ONLY_IN_TABLES.has(text.role)));
  const caption = rest.find(({ items }) => {
    const operation = page.operations[items[0]?.index ?? -1];
    return operation?.kind === 'text' && operation.role === 'caption';
  });
  const alt = caption?.text ?? heading?.text ?? documentTitle;
  return {
    root: {
      tag: 'Sect',
      kids: [
        ...(heading ? [spokenNode('H1', heading)] : []),
        ...figures(page, alt),
        ...tables,
        ...rest.map((one) => spokenNode('P', one)),
      ],
    },
    heading: heading?.text ?? `${documentTitle} ${page.index + 1}`,
  };
}

/** Outside a table of days these are small months, or days of other months. */
const ONLY_IN_TABLES: ReadonlySet<TextOperation['role']> = new Set([
  'mini',
  'day',
  'weekday',
  'week-number',
  'secondary-date',
]);

/** The texts that head a page: those of the first of these roles that it has. */
const HEADINGS: readonly ReadonlySet<TextOperation['role']>[] = [
  new Set(['title']),
  new Set(['month', 'year']),
];

function takeHeading(
  page: Page,
  take: (wanted: (item: TextItem) => boolean) => TextItem[],
): Paragraph | null {
  const order = page.role === 'month' ? [...HEADINGS].reverse() : HEADINGS;
  for (const roles of order) {
    const items = take(({ text }) => roles.has(text.role));
    if (items.length > 0) return joined(paragraphsOf(items));
  }
  return null;
}

function figures(page: Page, alt: string): StructureNode[] {
  return page.operations.flatMap((operation, index): StructureNode[] => {
    // A picture in a day's cell goes with the words beside it.
    if (operation.kind !== 'image' || operation.slotIndex === null) return [];
    const { xMm, yMm, widthMm, heightMm } = operation;
    const [left, top] = [Math.max(0, xMm), Math.max(0, yMm)];
    const box = {
      xMm: left,
      yMm: top,
      widthMm: Math.min(page.trim.widthMm, xMm + widthMm) - left,
      heightMm: Math.min(page.trim.heightMm, yMm + heightMm) - top,
    };
    return [{ tag: 'Figure', alt, box, kids: [{ operation: index }] }];
  });
}
