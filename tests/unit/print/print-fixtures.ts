import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type {
  CalendarDocument,
  FormatId,
  LayoutId,
  PrintLanguage,
  Slot,
  ThemeId,
} from '@/lib/calendars/document';
import { CENTRED, emptyPage, SLOTS_MAX } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { daysInMonth, monthPartsOf, parseYearMonth, plainDate } from '@/lib/core/plain-date';
import type { FontBook } from '@/lib/print/font-book';
import type { Box, ImageOperation, Page, TextOperation } from '@/lib/print/operations';
import { usualPressOf } from '@/lib/print/press';
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
  hasOverview: boolean;
  notesPages: number;
  hasNativeDigits: boolean;
  secondaryCalendar: CalendarDocument['secondaryCalendar'];
  hasMoonPhases: boolean;
  people: CalendarDocument['people'];
  holidaySets: CalendarDocument['holidaySets'];
  pictures: PrintInput['pictures'];
};

/** A complete calendar; what a test does not care about has a plain value. */
export function printInput(choice: Partial<CalendarChoice> = {}): PrintInput {
  const pictured = choice.pictured ?? true;
  const monthCount = choice.monthCount ?? 1;
  const from = parseYearMonth(choice.from ?? '2027-09');
  assert(from, 'the first month is a month');
  const letters = ['a', 'b', 'c'];
  const slot = (index: number): Slot | null =>
    pictured
      ? { pictureId: pictureId(letters[index % 3] ?? 'a'), crop: CENTRED, filter: 'none' }
      : null;
  const slots = (first: number) => Array.from({ length: SLOTS_MAX }, (_, at) => slot(first + at));
  const formatId = choice.formatId ?? 'wall-a3-portrait';
  return {
    document: {
      schemaVersion: 2,
      title: choice.title ?? 'A Year of Light',
      subtitle: choice.subtitle ?? '',
      formatId,
      from,
      monthCount,
      language: choice.language ?? 'en',
      firstWeekday: choice.firstWeekday ?? 1,
      weekNumbers: choice.weekNumbers ?? 'none',
      hasNativeDigits: choice.hasNativeDigits ?? false,
      secondaryCalendar: choice.secondaryCalendar ?? 'none',
      hasMoonPhases: choice.hasMoonPhases ?? false,
      hasOverview: choice.hasOverview ?? false,
      notesPages: choice.notesPages ?? 0,
      people: choice.people ?? [],
      themeId: choice.themeId ?? 'atelier',
      layoutId: choice.layoutId ?? 'photo-above',
      holidaySets: choice.holidaySets ?? [],
      hiddenHolidays: [],
      shownHolidays: [],
      dates: [],
      cover: { ...emptyPage(), slots: slots(0) },
      pages: Array.from({ length: monthCount }, (_, index) => ({
        ...emptyPage(),
        caption: choice.caption ?? '',
        slots: slots(index),
      })),
    },
    entries: choice.entries ?? [],
    pictures: choice.pictures ?? PICTURES,
    fonts: FONTS,
    themes: [],
    press: usualPressOf(formatId),
  };
}

export const PEOPLE: CalendarDocument['people'] = [
  { id: 'anna', name: 'Anna', colour: '#2b6fd9' },
  { id: 'olena', name: 'Олена Миколаївна', colour: '#d9622b' },
  { id: 'mark', name: 'Mark', colour: '#1a9a6c' },
  { id: 'granny', name: 'Großmutter Elisabeth', colour: '#8a3fb5' },
  { id: 'long', name: 'W'.repeat(30), colour: '#b58a1a' },
  { id: 'you', name: 'お父さん', colour: '#444444' },
];

type Sampled<T extends Record<string, readonly unknown[]>> = {
  [K in keyof T]: T[K] extends readonly (infer V)[] ? V : never;
};

/**
 * So many combinations of the values, the same each time: every value of every choice comes about equally often, next to
 * ever different others.
 */
export function sampledChoices<const T extends Record<string, readonly unknown[]>>(
  count: number,
  values: T,
): Sampled<T>[] {
  // A linear congruential generator (Numerical Recipes) is random enough to mix and the same on every machine.
  let state = 2027;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const columns = Object.entries(values).map(([key, options]) => {
    const column = Array.from({ length: count }, (_, index) => options[index % options.length]);
    for (let last = count - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [column[last], column[other]] = [column[other], column[last]];
    }
    return [key, column] as const;
  });
  return Array.from(
    { length: count },
    (_, index) =>
      Object.fromEntries(columns.map(([key, column]) => [key, column[index]])) as Sampled<T>,
  );
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
      ...markedKind(kinds[(index * 2 + rank) % kinds.length] ?? 'other', index + rank),
    })),
  ).flat();
}

/** Own dates carry in turn nothing, an icon, a colour, a picture, and belong to one person after the other. */
function markedKind(kind: DayEntry['kind'], turn: number): Pick<DayEntry, 'kind' | 'mark'> {
  if (kind === 'public-holiday' || kind === 'observance' || turn % 4 === 0) return { kind };
  return {
    kind,
    mark: {
      icon: turn % 3 === 0 ? 'cake' : null,
      colour: turn % 2 === 0 ? '#d9622b' : null,
      picture: turn % 5 === 0 ? { pictureId: pictureId('b'), crop: CENTRED, filter: 'none' } : null,
      personId: PEOPLE[turn % PEOPLE.length]?.id ?? null,
    },
  };
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
  const { text, font, sizePt, letterSpacingPt, xMm, yMm, direction } = operation;
  const ink = FONTS.inkBox(text, font, sizePt, letterSpacingPt, direction);
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
      if (acrossMm > toleranceMm && !isSameLine(one.operation, other.operation)) {
        found.push(`"${one.operation.text}" over "${other.operation.text}"`);
      }
    }
  });
  return found;
}

/** Runs of one line: where the font changes, a slanted letter may lean over its neighbour as it does within a run. */
function isSameLine(one: TextOperation, other: TextOperation): boolean {
  const [left, right] = one.xMm < other.xMm ? [one, other] : [other, one];
  const meet = Math.abs(left.xMm + left.widthMm - right.xMm) < 0.01 + right.letterSpacingPt;
  return one.yMm === other.yMm && one.role === other.role && meet;
}

/** Texts on which a picture in a day lies. */
export function coveredTexts(page: Page, toleranceMm: number): string[] {
  const pictures = page.operations.filter(
    (each): each is ImageOperation => each.kind === 'image' && each.slotIndex === null,
  );
  return textsOf(page).flatMap((operation) => {
    const ink = inkOf(operation);
    if (!ink) return [];
    const isCovered = pictures.some(
      ({ xMm, yMm, widthMm, heightMm }) =>
        ink.rightMm > xMm + toleranceMm &&
        ink.leftMm < xMm + widthMm - toleranceMm &&
        ink.bottomMm > yMm + toleranceMm &&
        ink.topMm < yMm + heightMm - toleranceMm,
    );
    return isCovered ? [`${operation.role} "${operation.text}"`] : [];
  });
}
