import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type {
  CalendarDocument,
  FormatId,
  LayoutId,
  PrintLanguage,
  ThemeId,
} from '@/lib/calendars/document';
import { CENTRED, emptyPage } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { daysInMonth, monthPartsOf, parseYearMonth, plainDate } from '@/lib/core/plain-date';
import type { FontBook } from '@/lib/print/font-book';
import type { Box, Page, TextOperation } from '@/lib/print/operations';
import type { PrintInput } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';

export const FONTS: FontBook = loadFontBook();

export const PICTURES: PrintInput['pictures'] = new Map([
  [pictureId('a'), { widthPx: 6000, heightPx: 4000 }],
  [pictureId('b'), { widthPx: 3000, heightPx: 4500 }],
  [pictureId('c'), { widthPx: 9000, heightPx: 1800 }],
]);

export function pictureId(letter: string): Id<'picture'> {
  return `pic_${letter.repeat(36)}`;
}

export type CalendarChoice = {
  formatId: FormatId;
  themeId: ThemeId;
  layoutId: LayoutId;
  language: PrintLanguage;
  firstWeekday: CalendarDocument['firstWeekday'];
  from: string;
  monthCount: number;
  weekNumbers: CalendarDocument['weekNumbers'];
  title: string;
  subtitle: string;
  caption: string;
  pictured: boolean;
  entries: readonly DayEntry[];
};

/** A complete calendar; what a test does not care about has a plain value. */
export function printInput(choice: Partial<CalendarChoice> = {}): PrintInput {
  const pictured = choice.pictured ?? true;
  const monthCount = choice.monthCount ?? 1;
  const from = parseYearMonth(choice.from ?? '2027-09');
  assert(from, 'the first month is a month');
  const letters = ['a', 'b', 'c'];
  const slot = (index: number) =>
    pictured ? { pictureId: pictureId(letters[index % 3] ?? 'a'), crop: CENTRED } : null;
  return {
    document: {
      schemaVersion: 1,
      title: choice.title ?? 'A Year of Light',
      subtitle: choice.subtitle ?? '',
      formatId: choice.formatId ?? 'wall-a3-portrait',
      from,
      monthCount,
      language: choice.language ?? 'en',
      firstWeekday: choice.firstWeekday ?? 1,
      weekNumbers: choice.weekNumbers ?? 'none',
      themeId: choice.themeId ?? 'atelier',
      layoutId: choice.layoutId ?? 'photo-above',
      holidaySets: [],
      hiddenHolidays: [],
      dates: [],
      cover: { ...emptyPage(), slots: [slot(0), null] },
      pages: Array.from({ length: monthCount }, (_, index) => ({
        ...emptyPage(),
        caption: choice.caption ?? '',
        slots: [slot(index), slot(index + 1)],
      })),
    },
    entries: choice.entries ?? [],
    pictures: PICTURES,
    fonts: FONTS,
  };
}

/** `countOf(day)` entries on each day of a month, their texts taken in turn. */
export function entriesFor(
  month: string,
  texts: readonly string[],
  countOf: (day: number) => number,
): DayEntry[] {
  const kinds = ['public-holiday', 'observance', 'birthday', 'anniversary', 'other'] as const;
  const parsed = parseYearMonth(month);
  assert(parsed, 'the month is a month');
  const { year, month: number } = monthPartsOf(parsed);
  return Array.from({ length: daysInMonth(year, number) }, (_, index) =>
    Array.from({ length: countOf(index + 1) }, (_entry, rank) => ({
      date: plainDate(year, number, index + 1),
      text: texts[(index + rank) % texts.length] ?? '',
      kind: kinds[(index * 2 + rank) % kinds.length] ?? 'other',
    })),
  ).flat();
}

export const LONG_NAMES = [
  'День пам’яті та перемоги над нацизмом у Другій світовій війні 1939–1945 років',
  'Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungstag',
  'Grandma Rose & Grandpa Joe, 50 years together',
  '敬老の日と国民の祝日、家族みんなで京都のおばあちゃんの家へ行く日',
  'Σέβας — ŁÓDŹ, Ґедзь і ß',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
];

export function textsOf(page: Page, ...roles: TextOperation['role'][]): TextOperation[] {
  return page.operations.filter(
    (operation): operation is TextOperation =>
      operation.kind === 'text' && (roles.length === 0 || roles.includes(operation.role)),
  );
}

export type Ink = { leftMm: number; rightMm: number; topMm: number; bottomMm: number };

/** Where the ink of a text lies on the page, from the outlines of its glyphs. */
export function inkOf(operation: TextOperation): Ink | null {
  const { text, font, sizePt, letterSpacingPt, xMm, yMm } = operation;
  const ink = FONTS.inkBox(text, font, sizePt, letterSpacingPt);
  return (
    ink && {
      leftMm: xMm + ink.leftMm,
      rightMm: xMm + ink.rightMm,
      topMm: yMm + ink.topMm,
      bottomMm: yMm + ink.bottomMm,
    }
  );
}

export function within(ink: Ink, box: Box, toleranceMm: number): boolean {
  return (
    ink.leftMm >= box.xMm - toleranceMm &&
    ink.topMm >= box.yMm - toleranceMm &&
    ink.rightMm <= box.xMm + box.widthMm + toleranceMm &&
    ink.bottomMm <= box.yMm + box.heightMm + toleranceMm
  );
}

/** Pairs of texts whose ink covers the same place by more than the tolerance both ways. */
export function overlapsOn(page: Page, toleranceMm: number): string[] {
  const inked = textsOf(page)
    .flatMap((operation) => {
      const ink = inkOf(operation);
      return ink ? [{ operation, ink }] : [];
    })
    .sort((a, b) => a.ink.topMm - b.ink.topMm);
  const found: string[] = [];
  inked.forEach((one, index) => {
    for (let next = index + 1; next < inked.length; next += 1) {
      const other = inked[next];
      if (!other || other.ink.topMm > one.ink.bottomMm - toleranceMm) break;
      const acrossMm =
        Math.min(one.ink.rightMm, other.ink.rightMm) - Math.max(one.ink.leftMm, other.ink.leftMm);
      if (acrossMm > toleranceMm) {
        found.push(`"${one.operation.text}" over "${other.operation.text}"`);
      }
    }
  });
  return found;
}
