import type { Id } from '@/lib/core/ids';
import type { FontBook } from '@/lib/print/font-book';
import type { Page } from '@/lib/print/operations';
import { createSheet, type Sheet } from '@/lib/print/sheet';
import { type TextStyle, typesetterOf } from '@/lib/print/typesetter';
import { clampText } from '@/lib/print/wrap-text';

/** A4 upright. */
const PAGE = { widthMm: 210, heightMm: 297 };
const EDGE_MM = 15;
const WIDTH_MM = PAGE.widthMm - 2 * EDGE_MM;
const ITEM_MM = 46;
const THUMB_MM = { width: 30, height: 40 };
const INK = '#000000';
const SOFT = '#595959';
const LINE = { colour: '#b3b3b3', widthMm: 0.2 } as const;

const SMALL: TextStyle = { font: 'noto-sans/400', sizePt: 8, colour: SOFT };
const PLAIN: TextStyle = { font: 'noto-sans/400', sizePt: 10, colour: INK };
const BOLD: TextStyle = { font: 'noto-sans/600', sizePt: 11, colour: INK };
const LARGE: TextStyle = { font: 'noto-sans/600', sizePt: 26, colour: INK };
const COPIES: TextStyle = { font: 'noto-sans/600', sizePt: 22, colour: INK };

/** A job ticket's content; every text as it is to be printed. */
export type Ticket = {
  heading: string;
  number: string;
  /** Order, house, due date, parcel: label and value. */
  facts: { label: string; value: string }[];
  /** Large and framed, for a reprint or a gift. */
  flags: string[];
  items: {
    title: string;
    /** Format, pages, paper, binding, lamination. */
    lines: string[];
    copies: string;
    hash: string;
    fileName: string;
    thumb: { id: Id<'picture'>; widthPx: number; heightPx: number } | null;
  }[];
  addressLabel: string;
  addressLines: string[];
  giftLabel: string;
  giftNote: string;
  /** "Page 1 of 2" of a page and the count. */
  pageOf: (page: number, count: number) => string;
};

/** Sets a ticket on as many pages as its items need; the address label is at the foot of the first. */
export function layOutTicket(ticket: Ticket, fonts: FontBook): Page[] {
  const typesetter = typesetterOf(fonts, 'en');
  const sheets: Sheet[] = [];
  const start = () => {
    const sheet = createSheet(typesetter);
    sheets.push(sheet);
    return { sheet, y: drawHead(sheet, ticket, sheets.length === 1) };
  };
  let { sheet, y } = start();
  const footMm = drawFoot(sheet, ticket);
  for (const item of ticket.items) {
    const endMm = sheets.length === 1 ? PAGE.heightMm - EDGE_MM - footMm : PAGE.heightMm - 20;
    if (y + ITEM_MM > endMm) ({ sheet, y } = start());
    drawItem(sheet, item, y);
    y += ITEM_MM;
  }
  return sheets.map((one, index) => {
    one.text(ticket.pageOf(index + 1, sheets.length), SMALL, {
      xMm: PAGE.widthMm - EDGE_MM,
      yMm: PAGE.heightMm - 8,
      align: 'right',
      role: 'imprint',
    });
    return pageOf(one, index);
  });
}

function pageOf(sheet: Sheet, index: number): Page {
  return {
    index,
    role: 'notes',
    monthIndex: null,
    trim: PAGE,
    bleedMm: 0,
    operations: sheet.operations,
    slots: [],
    days: [],
  };
}

/** @returns where the items begin */
function drawHead(sheet: Sheet, ticket: Ticket, isFirst: boolean): number {
  write(sheet, ticket.heading, SMALL, EDGE_MM, 18);
  write(sheet, ticket.number, LARGE, EDGE_MM, 29);
  if (!isFirst) return 38;
  let flagY = 16;
  for (const flag of ticket.flags) {
    const width = sheet.typesetter.widthMm(flag, BOLD) + 8;
    const xMm = PAGE.widthMm - EDGE_MM - width;
    sheet.frame({ xMm, yMm: flagY - 5, widthMm: width, heightMm: 8 }, { ...LINE, colour: INK });
    write(sheet, flag, BOLD, xMm + 4, flagY + 0.6);
    flagY += 11;
  }
  const columns = 4;
  const columnMm = WIDTH_MM / columns;
  let bottom = 36;
  for (const [index, { label, value }] of ticket.facts.entries()) {
    const xMm = EDGE_MM + (index % columns) * columnMm;
    const yMm = 40 + Math.floor(index / columns) * 13;
    write(sheet, label, SMALL, xMm, yMm);
    write(sheet, value, BOLD, xMm, yMm + 5.5, columnMm - 3);
    bottom = yMm + 9;
  }
  sheet.line([EDGE_MM, bottom + 2], [PAGE.widthMm - EDGE_MM, bottom + 2], LINE);
  return bottom + 6;
}

function drawItem(sheet: Sheet, item: Ticket['items'][number], topMm: number): void {
  const { thumb } = item;
  if (thumb) {
    const scale = Math.min(THUMB_MM.width / thumb.widthPx, THUMB_MM.height / thumb.heightPx);
    const box = {
      xMm: EDGE_MM,
      yMm: topMm,
      widthMm: thumb.widthPx * scale,
      heightMm: thumb.heightPx * scale,
    };
    sheet.image({
      kind: 'image',
      ...box,
      pictureId: thumb.id,
      source: { x: 0, y: 0, width: 1, height: 1 },
      spread: { x: 1, y: 1 },
      quarterTurns: 0,
      isMirrored: false,
      straightenDeg: 0,
      filter: 'none',
      radiusMm: 0,
      slotIndex: null,
    });
    sheet.frame(box, LINE);
  }
  const xMm = EDGE_MM + THUMB_MM.width + 6;
  const widthMm = WIDTH_MM - THUMB_MM.width - 6 - 30;
  write(sheet, item.title, BOLD, xMm, topMm + 4, widthMm);
  let yMm = topMm + 10;
  for (const line of item.lines) {
    write(sheet, line, PLAIN, xMm, yMm, widthMm);
    yMm += 5;
  }
  write(sheet, item.fileName, SMALL, xMm, yMm + 1, widthMm + 30);
  write(sheet, item.hash, SMALL, xMm, yMm + 5, widthMm + 30);
  sheet.text(item.copies, COPIES, {
    xMm: PAGE.widthMm - EDGE_MM,
    yMm: topMm + 8,
    align: 'right',
    role: 'note',
  });
  const lineY = topMm + ITEM_MM - 3;
  sheet.line([EDGE_MM, lineY], [PAGE.widthMm - EDGE_MM, lineY], LINE);
}

/** The address to cut out, and beside it what goes on the card. @returns its height */
function drawFoot(sheet: Sheet, ticket: Ticket): number {
  const noteLines =
    ticket.giftNote === ''
      ? []
      : clampText(sheet.typesetter, ticket.giftNote, PLAIN, WIDTH_MM / 2 - 12, 9).lines;
  const heightMm = 14 + Math.max(ticket.addressLines.length * 5.5, noteLines.length * 5);
  const topMm = PAGE.heightMm - EDGE_MM - heightMm;
  const labelMm = WIDTH_MM / 2 - 2;
  sheet.frame({ xMm: EDGE_MM, yMm: topMm, widthMm: labelMm, heightMm }, { ...LINE, colour: INK });
  write(sheet, ticket.addressLabel, SMALL, EDGE_MM + 4, topMm + 6);
  ticket.addressLines.forEach((line, index) => {
    write(
      sheet,
      line,
      index === 0 ? BOLD : PLAIN,
      EDGE_MM + 4,
      topMm + 12 + index * 5.5,
      labelMm - 8,
    );
  });
  if (noteLines.length > 0) {
    const xMm = EDGE_MM + WIDTH_MM / 2 + 2;
    sheet.frame({ xMm, yMm: topMm, widthMm: labelMm, heightMm }, LINE);
    write(sheet, ticket.giftLabel, SMALL, xMm + 4, topMm + 6);
    noteLines.forEach((line, index) => {
      write(sheet, line, PLAIN, xMm + 4, topMm + 12 + index * 5);
    });
  }
  return heightMm + 4;
}

function write(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  xMm: number,
  yMm: number,
  widthMm?: number,
): void {
  const [line = ''] =
    widthMm === undefined ? [text] : clampText(sheet.typesetter, text, style, widthMm, 1).lines;
  if (line !== '') sheet.text(line, style, { xMm, yMm, role: 'note' });
}
