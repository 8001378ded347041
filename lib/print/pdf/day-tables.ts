import type { Box, Page } from '../operations';
import { PT_PER_MM } from './numbers';
import { joined, paragraphsOf, spokenNode, type TextItem } from './reading-lines';
import type { StructureNode } from './structure-node';

type Day = Page['days'][number];

/** The texts that no part of the page has claimed yet. */
export type Unclaimed = {
  left(): TextItem[];
  /** Claims those that are wanted. */
  take(wanted: (item: TextItem) => boolean): TextItem[];
};

/**
 * The days of a page as tables, a table for each month: a row for each row of days on paper, in the order of the dates,
 * with weekdays and week numbers as their heads. Takes the texts that belong to them.
 */
export function dayTables(days: readonly Day[], texts: Unclaimed): StructureNode[] {
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  // First all days: what stands in a day is never the head of another table.
  const filled = [...months.values()].map((month) => ({
    rows: rowsOf(month).map((row) => row.map((day) => ({ day, items: takeWithin(day, texts) }))),
  }));
  return filled.flatMap(({ rows }) => monthTable(rows, texts, filled.length > 1));
}

type FilledDay = { day: Day; items: TextItem[] };

/** Days at one height follow each other; a list of days has one in each row. */
function rowsOf(days: readonly Day[]): Day[][] {
  const rows: Day[][] = [];
  const ordered = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const day of ordered) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const isBeside = before && Math.abs(before.yMm - day.yMm) < 0.25 * day.heightMm;
    if (row && isBeside) row.push(day);
    else rows.push([day]);
  }
  return rows;
}

function monthTable(
  rows: readonly FilledDay[][],
  texts: Unclaimed,
  isOneOfMany: boolean,
): StructureNode[] {
  const whole = around(rows.flat().map(({ day }) => day));
  const heading = isOneOfMany ? takeHeading(whole, texts) : [];
  const isGrid = rows.some((row) => row.length > 1);
  const table = isGrid ? gridTable(rows, whole, texts) : listTable(rows, whole, texts);
  return [...heading, table];
}

/** A grid of weekdays: every row has a cell in every column, so that readers can tell which head is whose. */
function gridTable(rows: readonly FilledDay[][], whole: Box, texts: Unclaimed): StructureNode {
  const fullest = [...rows].sort((a, b) => b.length - a.length)[0] ?? [];
  const columns = columnsOf(rows, fullest);
  const rowHeightMm = fullest[0]?.day.heightMm ?? 0;
  const isHead = (item: TextItem, role: string) =>
    item.text.role === role &&
    middle(item).yMm < whole.yMm + 0.1 &&
    middle(item).yMm > whole.yMm - Math.max(rowHeightMm, 15);
  const isInColumn = (item: TextItem, column: Box) => {
    const { xMm } = middle(item);
    return xMm >= column.xMm && xMm <= column.xMm + column.widthMm;
  };
  const heads = columns.map((column) =>
    texts.take((item) => isHead(item, 'weekday') && isInColumn(item, column)),
  );
  const isNear = (item: TextItem) =>
    middle(item).xMm > whole.xMm - 25 && middle(item).xMm < whole.xMm + whole.widthMm + 25;
  const weekHead = texts.take((item) => isHead(item, 'week-number') && isNear(item));
  const body = rows.map((row) => {
    const [first] = row;
    const box = { ...whole, yMm: first?.day.yMm ?? 0, heightMm: first?.day.heightMm ?? 0 };
    const week = texts.take((item) => {
      const { yMm } = middle(item);
      const isBeside = yMm >= box.yMm && yMm < box.yMm + box.heightMm;
      return item.text.role === 'week-number' && isBeside && isNear(item);
    });
    const cells = columns.map((column) => {
      const filled = row.find(({ day }) => Math.abs(day.xMm - column.xMm) < 0.5 * column.widthMm);
      if (filled) return filled.items;
      // A day of the month before or after, whose bare number would be taken for one of this month.
      takeWithin({ ...box, xMm: column.xMm, widthMm: column.widthMm }, texts);
      return [];
    });
    return { week, cells };
  });
  const hasWeeks = body.some(({ week }) => week.length > 0);
  const hasHeads = heads.some((head) => head.length > 0);
  const head: StructureNode = {
    tag: 'TR',
    kids: [
      ...(hasWeeks ? [cell('TH', weekHead, 'Column')] : []),
      ...heads.map((items) => cell('TH', items, 'Column')),
    ],
  };
  return {
    tag: 'Table',
    kids: [
      ...(hasHeads ? [head] : []),
      ...body.map(
        ({ week, cells }): StructureNode => ({
          tag: 'TR',
          kids: [
            ...(hasWeeks ? [cell('TH', week, 'Row')] : []),
            ...cells.map((items) => cell('TD', items)),
          ],
        }),
      ),
    ],
  };
}

/**
 * A list of days: the number and weekday of each is the head of its row. A planner has a column for each person, with the
 * name as its head; other lists have one column.
 */
function listTable(rows: readonly FilledDay[][], whole: Box, texts: Unclaimed): StructureNode {
  const names = texts.take(
    (item) => item.text.role === 'person' && Math.abs(middle(item).yMm - whole.yMm) < 15,
  );
  const days = rows.flat();
  const firstDay = days[0]?.items.find(isRowHead);
  const isRightToLeft = firstDay !== undefined && names.some((name) => isLeftOf(name, firstDay));
  const columns = names.sort((a, b) => (isRightToLeft ? -1 : 1) * (a.text.xMm - b.text.xMm));
  /** What stands before the second name belongs to the first column. */
  const columnOf = (item: TextItem) =>
    columns.findLastIndex((name, index) => {
      if (index === 0) return true;
      return isRightToLeft
        ? rightEnd(item) <= rightEnd(name) + 1
        : item.text.xMm >= name.text.xMm - 1;
    });
  const head: StructureNode = {
    tag: 'TR',
    kids: [cell('TH', [], 'Column'), ...columns.map((name) => cell('TH', [name], 'Column'))],
  };
  return {
    tag: 'Table',
    kids: [
      ...(columns.length > 0 ? [head] : []),
      ...days.map(({ items }): StructureNode => {
        const content = items.filter((item) => !isRowHead(item));
        const cells =
          columns.length === 0
            ? [content]
            : columns.map((_, index) => content.filter((item) => columnOf(item) === index));
        return {
          tag: 'TR',
          kids: [
            cell('TH', items.filter(isRowHead), 'Row'),
            ...cells.map((inColumn) => cell('TD', inColumn)),
          ],
        };
      }),
    ],
  };
}

const ROW_HEADS: ReadonlySet<TextItem['text']['role']> = new Set([
  'day',
  'weekday',
  'week-number',
  'mini',
]);

const isRowHead = ({ text }: TextItem) => ROW_HEADS.has(text.role);
const rightEnd = ({ text }: TextItem) => text.xMm + text.widthMm;
const isLeftOf = (one: TextItem, other: TextItem) => rightEnd(one) < other.text.xMm;

/** The columns in the order of the week, as wide as their widest day. */
function columnsOf(rows: readonly FilledDay[][], fullest: readonly FilledDay[]): Box[] {
  const columns: Box[] = fullest.map(({ day }) => day);
  const isRightToLeft = (columns.at(-1)?.xMm ?? 0) < (columns[0]?.xMm ?? 0);
  for (const { day } of rows.flat()) {
    const isKnown = columns.some((column) => Math.abs(column.xMm - day.xMm) < 0.5 * day.widthMm);
    if (!isKnown) columns.push(day);
  }
  return columns.sort((a, b) => (isRightToLeft ? b.xMm - a.xMm : a.xMm - b.xMm));
}

/** The month's name that stands nearest above its days, with the year beside or below it. */
function takeHeading(table: Box, texts: Unclaimed): StructureNode[] {
  const isOver = (item: TextItem) => {
    const { xMm, yMm } = middle(item);
    return yMm < table.yMm && xMm > table.xMm - 2 && xMm < table.xMm + table.widthMm + 2;
  };
  const above = texts.left().filter((item) => item.text.role === 'month' && isOver(item));
  const nearestMm = Math.max(...above.map(({ text }) => text.yMm));
  const items = texts.take((item) => {
    const isMonth = item.text.role === 'month' && item.text.yMm === nearestMm;
    const isYear = item.text.role === 'year' && item.text.yMm >= nearestMm;
    return isOver(item) && (isMonth || isYear);
  });
  if (items.length === 0) return [];
  return [spokenNode('H2', joined(paragraphsOf(items)))];
}

function takeWithin(box: Box, texts: Unclaimed): TextItem[] {
  return texts.take((item) => {
    const { xMm, yMm } = middle(item);
    return (
      xMm >= box.xMm &&
      xMm <= box.xMm + box.widthMm &&
      yMm >= box.yMm &&
      yMm <= box.yMm + box.heightMm
    );
  });
}

/** The middle of a text's small letters. */
function middle({ text }: TextItem): { xMm: number; yMm: number } {
  return {
    xMm: text.xMm + text.widthMm / 2,
    yMm: text.yMm - (0.25 * text.sizePt) / PT_PER_MM,
  };
}

function around(boxes: readonly Box[]): Box {
  const xMm = Math.min(...boxes.map((box) => box.xMm));
  const yMm = Math.min(...boxes.map((box) => box.yMm));
  return {
    xMm,
    yMm,
    widthMm: Math.max(...boxes.map((box) => box.xMm + box.widthMm)) - xMm,
    heightMm: Math.max(...boxes.map((box) => box.yMm + box.heightMm)) - yMm,
  };
}

function cell(
  tag: 'TH' | 'TD',
  items: readonly TextItem[],
  scope?: 'Column' | 'Row',
): StructureNode {
  const paragraphs = paragraphsOf(items);
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only) return spokenNode(tag, only, scope);
  const kids = paragraphs.map((one) => spokenNode('P', one));
  return scope ? { tag, kids, scope } : { tag, kids };
}
