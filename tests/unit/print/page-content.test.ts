import { describe, expect, test, vi } from 'vitest';
import { monthName } from '@/lib/calendar-days/names';
import { FORMAT_IDS, LAYOUT_IDS, PRINT_LANGUAGES } from '@/lib/calendars/document';
import { isPoster } from '@/lib/calendars/page-plan';
import {
  addMonths,
  daysInMonth,
  monthPartsOf,
  parsePlainDate,
  partsOf,
} from '@/lib/core/plain-date';
import { blend, contrastRatio, greyOf } from '@/lib/print/contrast';
import { layoutCalendar, layoutPage } from '@/lib/print/layout-calendar';
import { missingGlyphs } from '@/lib/print/missing-glyphs';
import type { Colour, ImageOperation, Page } from '@/lib/print/operations';
import { TONES_SIDE } from '@/lib/print/print-input';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import {
  coveredTexts,
  entriesFor,
  inkOf,
  PEOPLE,
  PICTURES,
  pictureId,
  printInput,
  sampledChoices,
  textsOf,
} from './print-fixtures';

// Some of these lay out hundreds of pages.
vi.setConfig({ testTimeout: 60_000 });

const joined = (page: Page, ...roles: Parameters<typeof textsOf>[1][]) =>
  textsOf(page, ...roles)
    .map(({ text }) => text)
    .join(' ');

/** Formats that have pages for months. */
const BOUND = FORMAT_IDS.filter((id) => !isPoster(id));

describe('dates', () => {
  test('each day of the month is one text of its own, inside its own box, for 18 months', () => {
    for (const choice of sampledChoices(24, {
      formatId: BOUND,
      layoutId: LAYOUT_IDS,
      themeId: BUILT_IN_THEME_IDS,
      language: ['en', 'he', 'ja', 'ar', 'uk'],
      firstWeekday: [7, 1, 6],
    })) {
      const input = printInput({ ...choice, from: '2027-09', monthCount: 18 });
      for (const page of layoutCalendar(input).slice(1, 19)) {
        const current = addMonths(input.document.from, page.monthIndex ?? 0);
        const { year, month } = monthPartsOf(current);
        const wanted = Array.from({ length: daysInMonth(year, month) }, (_, index) => index + 1);
        const what = JSON.stringify(choice);
        expect(
          textsOf(page, 'day').map(({ text }) => Number(text)),
          what,
        ).toEqual(wanted);
        expect(page.days.map(({ date }) => date.slice(0, 7))).toEqual(wanted.map(() => current));
        textsOf(page, 'day').forEach((operation, index) => {
          const box = page.days[index];
          const date = parsePlainDate(box?.date ?? '');
          expect(date && partsOf(date).day).toBe(Number(operation.text));
          const ink = inkOf(operation);
          expect(ink?.leftMm, what).toBeGreaterThan(box?.xMm ?? Infinity);
          expect(ink?.rightMm, what).toBeLessThan((box?.xMm ?? 0) + (box?.widthMm ?? 0));
          expect(ink?.topMm, what).toBeGreaterThan(box?.yMm ?? Infinity);
          expect(ink?.bottomMm, what).toBeLessThan((box?.yMm ?? 0) + (box?.heightMm ?? 0));
        });
      }
    }
  });

  test('a poster has each day of each of its months once, in every layout', () => {
    for (const choice of sampledChoices(24, {
      formatId: FORMAT_IDS.filter(isPoster),
      layoutId: LAYOUT_IDS,
      monthCount: [12, 13, 15, 18],
      language: ['en', 'fa', 'ko'],
    })) {
      const page = layoutPage(printInput({ ...choice, from: '2027-09' }), 0);
      const dates = page.days.map(({ date }) => date);
      const last = addMonths('2027-09' as never, choice.monthCount - 1);
      expect(new Set(dates).size).toBe(dates.length);
      expect([dates[0], dates.at(-1)?.slice(0, 7)]).toEqual(['2027-09-01', last]);
      expect(dates.length).toBe({ 12: 366, 13: 396, 15: 457, 18: 547 }[choice.monthCount]);
      const numbers = textsOf(page, 'day').map(({ text }) => Number(text));
      expect(numbers).toEqual(dates.map((date) => Number(date.slice(8))));
    }
  });

  test('each month page says its month and its year, in every theme, layout and language', () => {
    for (const choice of sampledChoices(72, {
      themeId: BUILT_IN_THEME_IDS,
      layoutId: LAYOUT_IDS,
      language: PRINT_LANGUAGES,
    })) {
      const input = printInput({ ...choice, from: '2027-12', monthCount: 2 });
      const [, december, january] = layoutCalendar(input);
      const said = (page: Page | undefined, month: number) =>
        (page ? joined(page, 'month') : '')
          .toLocaleLowerCase(choice.language)
          .replaceAll(' ', '')
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .includes(
            monthName(month, choice.language)
              .toLocaleLowerCase(choice.language)
              .replaceAll(' ', '')
              .normalize('NFD')
              .replace(/\p{M}/gu, ''),
          );
      const what = JSON.stringify(choice);
      expect(december && joined(december, 'year'), what).toContain('2027');
      expect(january && joined(january, 'year'), what).toContain('2028');
      expect([said(december, 12), said(january, 1)], what).toEqual([true, true]);
    }
  });

  test.each(BUILT_IN_THEME_IDS)(
    'the %s cover says the year, or the first and the last month',
    (themeId) => {
      const year = printInput({ themeId, from: '2027-01', monthCount: 12 });
      expect(joined(layoutPage(year, 0), 'year')).toContain('2027');
      const range = printInput({
        themeId,
        from: '2027-09',
        monthCount: 12,
        language: 'uk',
        title: '',
      });
      const upper = (text: string) => text.toLocaleUpperCase('uk');
      expect(upper(joined(layoutPage(range, 0)))).toContain(upper('Вересень 2027 – Серпень 2028'));
      const japanese = printInput({ themeId, from: '2027-09', monthCount: 12, language: 'ja' });
      expect(joined(layoutPage(japanese, 0)).replaceAll(' ', '')).toContain('2027年9月〜2028年8月');
    },
  );

  test('week days stand over the columns that the first weekday asks for', () => {
    const input = printInput({ language: 'en', firstWeekday: 7, themeId: 'meridian' });
    const page = layoutPage(input, 1);
    expect(textsOf(page, 'weekday').map(({ text }) => text)[0]).toMatch(/^Sun/);
    const first = textsOf(page, 'day')[0];
    // 1 September 2027 is a Wednesday: the fourth column.
    expect(textsOf(page, 'weekday')[3]?.xMm).toBeCloseTo(first?.xMm ?? 0, 1);
  });

  test.each(LAYOUT_IDS)('week numbers of %s follow the numbering that was chosen', (layoutId) => {
    const numbers = (weekNumbers: 'none' | 'iso' | 'us', from: string, firstWeekday: 1 | 7) =>
      textsOf(
        layoutPage(printInput({ layoutId, weekNumbers, from, firstWeekday }), 1),
        'week-number',
      ).map(({ text }) => Number(text));
    expect(numbers('none', '2027-01', 1)).toEqual([]);
    expect(numbers('iso', '2027-01', 1)).toEqual([53, 1, 2, 3, 4]);
    expect(numbers('us', '2027-01', 7)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('back cover and overview show each day of each month once', () => {
    const input = printInput({ from: '2027-09', monthCount: 13, hasOverview: true });
    const pages = layoutCalendar(input);
    for (const role of ['back', 'overview'] as const) {
      const page = pages.find((each) => each.role === role);
      const days = page ? textsOf(page, 'mini').filter(({ text }) => /^\d+$/.test(text)) : [];
      expect(days).toHaveLength(366 + 30);
    }
  });

  test('days, week numbers and notes have the digits of the language where it is asked for', () => {
    for (const layoutId of LAYOUT_IDS) {
      const entries = entriesFor('2027-09', ['Name '.repeat(16)], () => 4);
      const choice = { layoutId, language: 'fa', weekNumbers: 'iso', entries } as const;
      const native = layoutPage(printInput({ ...choice, hasNativeDigits: true }), 1);
      const roles = ['day', 'week-number', 'mini'] as const;
      expect(joined(native, ...roles)).toMatch(/^[۰-۹ \p{Script=Arabic}\u200c]+$/u);
      const latin = layoutPage(printInput({ ...choice, hasNativeDigits: false }), 1);
      expect(joined(latin, 'day', 'week-number')).toMatch(/^[0-9 ]+$/);
    }
  });
});

describe('right to left', () => {
  const middleOf = ({ xMm, widthMm }: { xMm: number; widthMm: number }) => xMm + widthMm / 2;

  test.each(LAYOUT_IDS)('%s in Hebrew runs from right to left, its pictures stay', (layoutId) => {
    const choice = {
      layoutId,
      weekNumbers: 'iso',
      firstWeekday: 7,
      people: PEOPLE.slice(0, 3),
    } as const;
    const hebrew = layoutPage(printInput({ ...choice, language: 'he' }), 1);
    const english = layoutPage(printInput({ ...choice, language: 'en' }), 1);
    expect(hebrew.slots).toEqual(english.slots);
    const isPlanner = layoutId === 'family-planner';
    const [first, second] = hebrew.days;
    if (!isPlanner) expect(first?.xMm).toBeGreaterThan(second?.xMm ?? Infinity);
    const days = textsOf(hebrew, 'day').map(middleOf);
    const weeks = textsOf(hebrew, 'week-number').map(middleOf);
    expect(Math.min(...weeks)).toBeGreaterThan(Math.max(...days));
    const people = textsOf(hebrew, 'person').map(({ xMm }) => xMm);
    expect(people).toEqual(people.toSorted((a, b) => b - a));
    const month = textsOf(hebrew, 'month')[0];
    const ltr = textsOf(english, 'month')[0];
    expect(month && middleOf(month)).toBeGreaterThan(ltr ? middleOf(ltr) : Infinity);
  });

  test('the month before stands right of the month after', () => {
    const page = layoutPage(printInput({ language: 'ar', from: '2027-05' }), 1);
    const minis = textsOf(page, 'mini');
    const april = minis.find(({ text }) => text === monthName(4, 'ar'));
    const june = minis.find(({ text }) => text === monthName(6, 'ar'));
    expect(april?.xMm).toBeGreaterThan(june?.xMm ?? Infinity);
  });

  test('the day of rest is the one of the country, else of the language', () => {
    const restOf = (choice: Parameters<typeof printInput>[0]) => {
      const page = layoutPage(printInput({ from: '2027-05', themeId: 'atelier', ...choice }), 1);
      const reds = textsOf(page, 'day').filter(({ colour }) => colour === '#a63a26');
      return reds.map(({ text }) => Number(text));
    };
    expect(restOf({ language: 'en' })).toEqual([2, 9, 16, 23, 30]);
    expect(restOf({ language: 'he' })).toEqual([1, 8, 15, 22, 29]);
    expect(restOf({ language: 'ar' })).toEqual([7, 14, 21, 28]);
    const holidaySets = [{ country: 'IL', region: null }];
    expect(restOf({ language: 'en', holidaySets })).toEqual([1, 8, 15, 22, 29]);
  });
});

describe('marks of own dates', () => {
  const own = (mark: object, day = 12) => [
    {
      date: `2027-09-${day}` as never,
      text: 'Anna',
      kind: 'birthday' as const,
      mark: { icon: null, colour: null, picture: null, personId: null, ...mark },
    },
  ];
  const slot = {
    pictureId: pictureId('b'),
    crop: { x: 0.5, y: 0.5, zoom: 1, quarterTurns: 0, isMirrored: false, straightenDeg: 0 },
    filter: 'none',
  } as const;

  test.each(LAYOUT_IDS)(
    'a picture of a date stands round in its day of %s, in no slot',
    (layoutId) => {
      for (const formatId of BOUND) {
        const entries = own({ picture: slot, colour: '#d9622b', personId: 'anna' });
        const page = layoutPage(printInput({ formatId, layoutId, entries, people: PEOPLE }), 1);
        const day = page.days[11];
        const round = page.operations.filter(
          (each): each is ImageOperation => each.kind === 'image' && each.slotIndex === null,
        );
        expect(round).toHaveLength(1);
        const [picture] = round;
        if (!picture || !day) throw new Error('There is no picture');
        expect(picture.widthMm).toBe(picture.heightMm);
        expect(picture.radiusMm).toBeCloseTo(picture.widthMm / 2, 2);
        expect(picture.widthMm).toBeGreaterThan(2.9);
        expect(picture.xMm).toBeGreaterThanOrEqual(day.xMm);
        expect(picture.yMm).toBeGreaterThanOrEqual(day.yMm - 0.01);
        expect(picture.xMm + picture.widthMm).toBeLessThanOrEqual(day.xMm + day.widthMm);
        expect(picture.yMm + picture.heightMm).toBeLessThanOrEqual(day.yMm + day.heightMm + 0.01);
        expect(coveredTexts(page, 0.05), `${formatId} ${layoutId}`).toEqual([]);
      }
    },
  );

  test('an icon and an own colour mark the date, while its text keeps a readable colour', () => {
    const entries = own({ icon: 'cake', colour: '#ffd400' });
    const page = layoutPage(printInput({ entries }), 1);
    const marks = page.operations.filter((each) => each.kind === 'path' && each.fill === '#ffd400');
    expect(marks).toHaveLength(1);
    expect(textsOf(page, 'date')[0]?.colour).not.toBe('#ffd400');
  });

  test('a colour like the paper gives way to the colour of the theme', () => {
    const page = layoutPage(printInput({ entries: own({ colour: '#fbf7ee' }) }), 1);
    const isLost = (each: Page['operations'][number]) =>
      each.kind === 'path' && each.fill === '#fbf7ee';
    expect(page.operations.some(isLost)).toBe(false);
  });

  test('in the family planner a date stands in its person’s column, all others in everybody’s', () => {
    const entries = [
      ...own({ personId: 'mark' }, 10),
      ...own({ personId: 'gone' }, 11),
      ...own({}, 12),
    ];
    const page = layoutPage(
      printInput({ layoutId: 'family-planner', entries, people: PEOPLE.slice(0, 3) }),
      1,
    );
    const heads = textsOf(page, 'person');
    expect(heads.map(({ text }) => text)).toEqual(['Everyone', 'Anna', 'Олена Миколаївна', 'Mark']);
    const [marks, gone, shared] = textsOf(page, 'date');
    expect(marks?.xMm).toBeGreaterThan(heads[3]?.xMm ?? Infinity);
    for (const text of [gone, shared]) expect(text?.xMm).toBeLessThan(heads[1]?.xMm ?? 0);
  });

  test('a calendar that names nobody still has columns to fill in by hand', () => {
    const page = layoutPage(printInput({ layoutId: 'family-planner' }), 1);
    const upright = page.operations.filter(
      (each) => each.kind === 'line' && each.x1Mm === each.x2Mm,
    );
    expect(upright.length).toBeGreaterThanOrEqual(5);
    expect(textsOf(page, 'person')).toHaveLength(1);
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
    for (const formatId of BOUND) {
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

  test('nothing is set smaller than five and a half points, on no format, in no layout', () => {
    const entries = entriesFor('2027-08', NAMES, () => 6);
    for (const formatId of FORMAT_IDS) {
      for (const layoutId of LAYOUT_IDS) {
        const input = printInput({
          formatId,
          layoutId,
          from: '2027-08',
          monthCount: 18,
          entries,
          weekNumbers: 'iso',
          hasOverview: true,
          people: PEOPLE.slice(0, 4),
        });
        for (const page of layoutCalendar(input).filter(({ index }) => index < 3 || index > 18)) {
          const small = textsOf(page).filter(({ sizePt }) => sizePt < 5.499);
          expect(
            small.map(
              ({ text, role, sizePt }) => `${formatId} ${layoutId} ${role} ${text} ${sizePt}`,
            ),
          ).toEqual([]);
        }
      }
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
    const entries = entriesFor('2027-09', ['Party 🎉 ᠮᠣᠩ'], (day) => (day === 3 ? 1 : 0));
    const input = printInput({ entries, title: 'Ми ❤️ разом' });
    expect(missingGlyphs(input)).toEqual([
      { text: 'Ми ❤️ разом', codePoints: [0x2764] },
      { text: 'Party 🎉 ᠮᠣᠩ', codePoints: [0x1f389, 0x182e, 0x1823, 0x1829] },
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

  test.each(BUILT_IN_THEME_IDS)(
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
  /** Every colour that may lie under a text: of a photo, the darkest and the lightest it can have there. */
  function groundsUnder(page: Page, index: number, photo: readonly Colour[]): Colour[] {
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
      if (below.kind === 'image') grounds = [...photo];
      else if (below.kind === 'placeholder') grounds = [below.fill];
      else if (below.fill) {
        const { fill, opacity } = below;
        grounds = opacity === 1 ? [fill] : grounds.map((ground) => blend(fill, ground, opacity));
      }
    }
    return grounds;
  }

  /** The fill of the outline that was drawn just before a text and holds it: a disc, a badge. */
  function discUnder(page: Page, index: number): Colour | null {
    const [text, before] = [page.operations[index], page.operations[index - 1]];
    const ink = text?.kind === 'text' ? inkOf(text) : null;
    if (!ink || before?.kind !== 'path' || before.opacity < 1) return null;
    const numbers = (before.d.match(/-?[\d.]+/g) ?? []).map(Number);
    const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, at) => at % 2 === odd)) as [
      number[],
      number[],
    ];
    const holds =
      Math.min(...xs) < ink.leftMm &&
      Math.max(...xs) > ink.rightMm &&
      Math.min(...ys) < ink.topMm &&
      Math.max(...ys) > ink.bottomMm;
    return holds ? before.fill : null;
  }

  function expectContrast(page: Page, photo: readonly Colour[], what: string): void {
    page.operations.forEach((operation, index) => {
      if (operation.kind !== 'text') return;
      const least = operation.role === 'mini' ? 3 : 4.5;
      if (inkOf(operation) === null) return;
      const disc = discUnder(page, index);
      const grounds = disc ? [disc] : groundsUnder(page, index, photo);
      expect(grounds.length, `${what} "${operation.text}"`).toBeGreaterThan(0);
      for (const ground of grounds) {
        const ratio = contrastRatio(operation.colour, ground);
        expect(ratio, `${what} ${operation.role} "${operation.text}"`).toBeGreaterThanOrEqual(
          least,
        );
      }
    });
  }

  test('every text reaches 4.5 to 1 on any photo, small and neighbour months 3 to 1', () => {
    for (const choice of sampledChoices(72, {
      themeId: BUILT_IN_THEME_IDS,
      layoutId: LAYOUT_IDS,
      formatId: FORMAT_IDS,
      pictured: [true, true, false],
      language: ['en', 'uk', 'he'],
    })) {
      const input = printInput({
        ...choice,
        entries: entriesFor('2027-09', ['Name of a day'], (day) => day % 4),
        caption: 'A caption',
        subtitle: 'Sub',
        weekNumbers: 'iso',
        hasOverview: true,
        notesPages: 1,
      });
      for (const page of layoutCalendar(input)) {
        expectContrast(page, ['#000000', '#ffffff'], `${JSON.stringify(choice)} ${page.role}`);
      }
    }
  });

  const toned = (tones: readonly number[]) =>
    new Map([...PICTURES].map(([id, picture]) => [id, { ...picture, tones }]));
  const evenly = (tone: number) => Array<number>(TONES_SIDE * TONES_SIDE).fill(tone);
  const bandOf = (page: Page) =>
    page.operations.find((each) => each.kind === 'rect' && each.opacity < 1);

  test('on measured photos too, with a band that hides less of them', () => {
    for (const themeId of BUILT_IN_THEME_IDS) {
      for (const layoutId of ['photo-full', 'photo-days'] as const) {
        for (const tone of [0, 0.04, 0.2, 0.5, 0.9, 1]) {
          const entries = entriesFor('2027-09', ['Name of a day'], (day) => day % 4);
          const pictures = toned(evenly(tone));
          const choice = { themeId, layoutId, entries, weekNumbers: 'iso' } as const;
          const page = layoutPage(printInput({ ...choice, pictures }), 1);
          expectContrast(page, [greyOf(tone)], `${themeId} ${layoutId} on ${tone}`);
        }
      }
    }
    const unknown = bandOf(layoutPage(printInput({ layoutId: 'photo-full' }), 1));
    const dark = toned(evenly(0.02));
    const measured = bandOf(layoutPage(printInput({ layoutId: 'photo-full', pictures: dark }), 1));
    const opacityOf = (band: typeof unknown) => (band?.kind === 'rect' ? band.opacity : 1);
    expect(opacityOf(measured)).toBeLessThan(opacityOf(unknown));
  });

  test('a dark photo gets a dark band and a bright one a bright band', () => {
    const fillOf = (tone: number) => {
      const pictures = toned(evenly(tone));
      const band = bandOf(layoutPage(printInput({ layoutId: 'photo-full', pictures }), 1));
      return band?.kind === 'rect' ? band.fill : null;
    };
    expect([fillOf(0.01), fillOf(0.9)]).toEqual(['#231c16', '#fbf7ee']);
  });

  test('the band looks at the part of the photo that lies under it, as it is cropped and turned', () => {
    // The upper half of the picture is black, the lower white: the band lies over the lower part of the page.
    const halves = [...evenly(0).slice(0, 128), ...evenly(1).slice(128)];
    const fillOf = (quarterTurns: 0 | 2) => {
      const input = printInput({ layoutId: 'photo-full', pictures: toned(halves) });
      const [page] = input.document.pages;
      const [slot] = page?.slots ?? [];
      if (!page || !slot) throw new Error('There is no slot');
      const turned = { ...slot, crop: { ...slot.crop, quarterTurns } };
      input.document.pages[0] = { ...page, slots: [turned, ...page.slots.slice(1)] };
      const band = bandOf(layoutPage(input, 1));
      return band?.kind === 'rect' ? band.fill : null;
    };
    expect([fillOf(0), fillOf(2)]).toEqual(['#fbf7ee', '#231c16']);
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
