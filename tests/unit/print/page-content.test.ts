import { describe, expect, test } from 'vitest';
import { monthName } from '@/lib/calendar-days/names';
import { FORMAT_IDS, LAYOUT_IDS, PRINT_LANGUAGES, THEME_IDS } from '@/lib/calendars/document';
import {
  addMonths,
  daysInMonth,
  monthPartsOf,
  parsePlainDate,
  partsOf,
} from '@/lib/core/plain-date';
import { blend, contrastRatio } from '@/lib/print/contrast';
import { layoutCalendar, layoutPage } from '@/lib/print/layout-calendar';
import { missingGlyphs } from '@/lib/print/missing-glyphs';
import type { Colour, Page } from '@/lib/print/operations';
import { entriesFor, inkOf, pictureId, printInput, textsOf } from './print-fixtures';

const joined = (page: Page, ...roles: Parameters<typeof textsOf>[1][]) =>
  textsOf(page, ...roles)
    .map(({ text }) => text)
    .join(' ');

describe('dates', () => {
  test('each day of the month is one text of its own, inside its own box, for 18 months', () => {
    for (const formatId of FORMAT_IDS) {
      for (const layoutId of LAYOUT_IDS) {
        const input = printInput({
          formatId,
          layoutId,
          from: '2027-09',
          monthCount: 18,
          firstWeekday: 7,
        });
        for (const page of layoutCalendar(input).slice(1, 19)) {
          const { year, month } = monthPartsOf(
            addMonths(input.document.from, page.monthIndex ?? 0),
          );
          const wanted = Array.from({ length: daysInMonth(year, month) }, (_, index) => index + 1);
          expect(textsOf(page, 'day').map(({ text }) => Number(text))).toEqual(wanted);
          expect(page.days.map(({ date }) => date.slice(0, 7))).toEqual(
            wanted.map(() => addMonths(input.document.from, page.monthIndex ?? 0)),
          );
          textsOf(page, 'day').forEach((operation, index) => {
            const box = page.days[index];
            const date = parsePlainDate(box?.date ?? '');
            expect(date && partsOf(date).day).toBe(Number(operation.text));
            const ink = inkOf(operation);
            expect(ink?.leftMm).toBeGreaterThan(box?.xMm ?? Infinity);
            expect(ink?.rightMm).toBeLessThan((box?.xMm ?? 0) + (box?.widthMm ?? 0));
            expect(ink?.topMm).toBeGreaterThan(box?.yMm ?? Infinity);
            expect(ink?.bottomMm).toBeLessThan((box?.yMm ?? 0) + (box?.heightMm ?? 0));
          });
        }
      }
    }
  });

  test('each month page says its month and its year, in every theme, layout and language', () => {
    for (const themeId of THEME_IDS) {
      for (const layoutId of LAYOUT_IDS) {
        for (const language of PRINT_LANGUAGES) {
          const input = printInput({ themeId, layoutId, language, from: '2027-12', monthCount: 2 });
          const [, december, january] = layoutCalendar(input);
          expect(december && joined(december, 'year')).toContain('2027');
          expect(january && joined(january, 'year')).toContain('2028');
          expect(december && joined(december, 'month')).toContain(monthName(12, language));
          expect(january && joined(january, 'month')).toContain(monthName(1, language));
        }
      }
    }
  });

  test.each(THEME_IDS)('the %s cover says the year, or the first and the last month', (themeId) => {
    const year = printInput({ themeId, from: '2027-01', monthCount: 12 });
    expect(joined(layoutPage(year, 0), 'year').split(' ')).toContain('2027');
    const range = printInput({
      themeId,
      from: '2027-09',
      monthCount: 12,
      language: 'uk',
      title: '',
    });
    expect(joined(layoutPage(range, 0))).toContain('Вересень 2027 – Серпень 2028');
    const japanese = printInput({ themeId, from: '2027-09', monthCount: 12, language: 'ja' });
    expect(joined(layoutPage(japanese, 0))).toContain('2027年9月〜2028年8月');
  });

  test('week days stand over the columns that the first weekday asks for', () => {
    const input = printInput({ language: 'en', firstWeekday: 7, themeId: 'meridian' });
    const page = layoutPage(input, 1);
    expect(textsOf(page, 'weekday').map(({ text }) => text)[0]).toMatch(/^Sun/);
    const first = textsOf(page, 'day')[0];
    // 1 September 2027 is a Wednesday: the fourth column.
    expect(textsOf(page, 'weekday')[3]?.xMm).toBeCloseTo(first?.xMm ?? 0, 1);
  });

  test('week numbers follow the numbering that was chosen', () => {
    const numbers = (weekNumbers: 'none' | 'iso' | 'us', from: string, firstWeekday: 1 | 7) =>
      textsOf(layoutPage(printInput({ weekNumbers, from, firstWeekday }), 1), 'week-number').map(
        ({ text }) => Number(text),
      );
    expect(numbers('none', '2027-01', 1)).toEqual([]);
    expect(numbers('iso', '2027-01', 1)).toEqual([53, 1, 2, 3, 4]);
    expect(numbers('us', '2027-01', 7)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('the back cover shows each day of each month once', () => {
    const input = printInput({ from: '2027-09', monthCount: 13 });
    const days = textsOf(layoutPage(input, 14), 'mini').filter(({ text }) => /^\d+$/.test(text));
    expect(days).toHaveLength(366 + 30);
  });
});

describe('names', () => {
  const NAMES = [
    'День знань',
    'Anna and Mark (10 years)',
    'Labor Day',
    'Олена, 40',
    'Flight to Rome',
  ];

  test('up to six names a day are all printed, in the day or in the notes', () => {
    for (const formatId of FORMAT_IDS) {
      for (const layoutId of LAYOUT_IDS) {
        const entries = entriesFor('2027-09', NAMES, (day) => (day % 5 === 0 ? 6 : 0));
        const page = layoutPage(printInput({ formatId, layoutId, entries }), 1);
        expect(textsOf(page, 'overflow')).toEqual([]);
        const words = joined(page, 'holiday', 'date').replaceAll(';', '').split(/\s+/);
        for (const word of new Set(NAMES.join(' ').split(' '))) {
          const wanted = entries
            .flatMap(({ text }) => text.split(' '))
            .filter((w) => w === word).length;
          expect(words.filter((w) => w === word).length).toBeGreaterThanOrEqual(wanted);
        }
      }
    }
  });

  test('a day that cannot hold its names says how many are in the notes, and the notes name the day', () => {
    const entries = entriesFor('2027-08', NAMES, (day) => (day === 12 ? 6 : 0));
    const page = layoutPage(
      printInput({ formatId: 'wall-a4-landscape', from: '2027-08', entries }),
      1,
    );
    const texts = textsOf(page, 'date').map(({ text }) => text);
    expect(texts.some((text) => /^\+\d$/.test(text))).toBe(true);
    expect(texts).toContain('12 — ');
  });

  test('what even the notes cannot hold is marked for preflight', () => {
    const entries = entriesFor('2027-08', ['W'.repeat(80)], () => 6);
    const page = layoutPage(
      printInput({ formatId: 'wall-a4-landscape', from: '2027-08', entries }),
      1,
    );
    expect(textsOf(page, 'overflow')).toHaveLength(1);
  });

  test('names are never set smaller than five points', () => {
    const entries = entriesFor('2027-08', NAMES, () => 6);
    for (const formatId of FORMAT_IDS) {
      const page = layoutPage(printInput({ formatId, from: '2027-08', entries }), 1);
      expect(Math.min(...textsOf(page).map(({ sizePt }) => sizePt))).toBeGreaterThanOrEqual(5);
    }
  });

  test('days off are printed in the colour of days off, on the page and in the small months', () => {
    const entries = entriesFor('2027-09', ['Labor Day'], (day) => (day === 1 ? 1 : 0));
    const input = printInput({ entries, monthCount: 2 });
    const [, september, october] = layoutCalendar(input);
    const [first, second] = september ? textsOf(september, 'day') : [];
    expect(first?.colour).not.toBe(second?.colour);
    const small = october ? textsOf(october, 'mini').filter(({ text }) => text === '1') : [];
    expect(small.map(({ colour }) => colour)).toContain(first?.colour);
  });

  test('characters that no font has are left out and reported', () => {
    const entries = entriesFor('2027-09', ['Party 🎉 שלום'], (day) => (day === 3 ? 1 : 0));
    const input = printInput({ entries, title: 'Ми ❤️ разом' });
    expect(missingGlyphs(input)).toEqual([
      { text: 'Ми ❤️ разом', codePoints: [0x2764] },
      { text: 'Party 🎉 שלום', codePoints: [0x1f389, 0x5e9, 0x5dc, 0x5d5, 0x5dd] },
    ]);
    expect(joined(layoutPage(input, 1), 'date', 'holiday')).toContain('Party');
    expect(missingGlyphs(printInput({ title: 'Ґанок, Łódź, Σέβας, 京都' }))).toEqual([]);
  });
});

describe('empty slots', () => {
  test('a month without its pictures invites them, one placeholder in each slot', () => {
    const page = layoutPage(printInput({ pictured: false, layoutId: 'two-photos' }), 1);
    const places = page.operations.filter(({ kind }) => kind === 'placeholder');
    expect(places).toHaveLength(2);
    expect(page.operations.some(({ kind }) => kind === 'image')).toBe(false);
  });

  test('a picture whose size is unknown counts as absent', () => {
    const input = printInput();
    const page = layoutPage({ ...input, pictures: new Map() }, 1);
    expect(page.operations.some(({ kind }) => kind === 'placeholder')).toBe(true);
  });

  test.each(THEME_IDS)(
    'the %s cover without a picture is designed, not a placeholder',
    (themeId) => {
      const page = layoutPage(printInput({ themeId, pictured: false }), 0);
      expect(page.operations.some(({ kind }) => kind === 'placeholder')).toBe(false);
      expect(page.slots).toHaveLength(1);
    },
  );

  test('a page may have its own layout and theme', () => {
    const input = printInput({ layoutId: 'photo-above', themeId: 'atelier' });
    const [first] = input.document.pages;
    if (first) input.document.pages[0] = { ...first, layoutId: 'two-photos', themeId: 'evening' };
    const page = layoutPage(input, 1);
    expect(page.slots).toHaveLength(2);
    expect(page.operations[0]).toMatchObject({ fill: '#141b2e' });
    expect(page.operations).toContainEqual(expect.objectContaining({ pictureId: pictureId('b') }));
  });
});

describe('contrast', () => {
  /** Every colour that may lie under a text: a photo can be anything, so black and white stand for it. */
  function groundsUnder(page: Page, index: number): Colour[] {
    const operation = page.operations[index];
    const ink = operation?.kind === 'text' ? inkOf(operation) : null;
    if (!ink) return [];
    const xMm = (ink.leftMm + ink.rightMm) / 2;
    const yMm = (ink.topMm + ink.bottomMm) / 2;
    let grounds: Colour[] = [];
    for (const below of page.operations.slice(0, index)) {
      if (below.kind === 'text' || below.kind === 'line' || below.kind === 'path') continue;
      const covers =
        xMm >= below.xMm &&
        xMm <= below.xMm + below.widthMm &&
        yMm >= below.yMm &&
        yMm <= below.yMm + below.heightMm;
      if (!covers) continue;
      if (below.kind === 'image') grounds = ['#000000', '#ffffff'];
      else if (below.kind === 'placeholder') grounds = [below.fill];
      else if (below.fill) {
        const { fill, opacity } = below;
        grounds = opacity === 1 ? [fill] : grounds.map((ground) => blend(fill, ground, opacity));
      }
    }
    return grounds;
  }

  test('every text reaches 4.5 to 1 on any photo, small and neighbour months 3 to 1', () => {
    for (const themeId of THEME_IDS) {
      for (const layoutId of LAYOUT_IDS) {
        for (const pictured of [true, false]) {
          const entries = entriesFor('2027-09', ['Name of a day'], (day) => day % 4);
          const input = printInput({
            themeId,
            layoutId,
            pictured,
            entries,
            caption: 'A caption',
            subtitle: 'Sub',
            weekNumbers: 'iso',
          });
          for (const page of layoutCalendar(input)) {
            page.operations.forEach((operation, index) => {
              if (operation.kind !== 'text') return;
              const least = operation.role === 'mini' ? 3 : 4.5;
              const grounds = groundsUnder(page, index);
              expect(grounds.length).toBeGreaterThan(0);
              for (const ground of grounds) {
                const ratio = contrastRatio(operation.colour, ground);
                expect(
                  ratio,
                  `${themeId} ${layoutId} ${operation.role} "${operation.text}"`,
                ).toBeGreaterThanOrEqual(least);
              }
            });
          }
        }
      }
    }
  });
});

describe('determinism', () => {
  test('the same calendar gives the same pages, laid out alone or all together', () => {
    const choice = {
      monthCount: 3,
      language: 'uk',
      entries: entriesFor('2027-09', ['День знань', 'Олена, 40'], (day) => day % 3),
    } as const;
    const once = layoutCalendar(printInput(choice));
    const again = layoutCalendar(printInput(choice));
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    const input = printInput(choice);
    expect(once.map((_, index) => layoutPage(input, index))).toEqual(once);
  });

  test('the order in which pages are laid out changes nothing', () => {
    const input = printInput({ monthCount: 4, language: 'ja', themeId: 'evening' });
    const forwards = layoutCalendar(input);
    const backwards = forwards.map((_, index) => layoutPage(input, 5 - index)).reverse();
    expect(backwards).toEqual(forwards);
  });

  test('a page that is not in the calendar is our mistake', () => {
    expect(() => layoutPage(printInput(), 3)).toThrow(/in the calendar/);
  });
});
