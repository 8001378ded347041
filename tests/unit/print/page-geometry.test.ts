import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FORMAT_IDS, LAYOUT_IDS, PRINT_LANGUAGES } from '@/lib/calendars/document';
import { isPoster, pagePlan } from '@/lib/calendars/page-plan';
import { formatOf, safeBoxOf } from '@/lib/print/formats';
import { layoutCalendar, layoutPage } from '@/lib/print/layout-calendar';
import type { Box, Page } from '@/lib/print/operations';
import type { PrintInput } from '@/lib/print/print-input';
import { slotBoxesOf } from '@/lib/print/slot-boxes';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import {
  coveredTexts,
  entriesFor,
  inkOf,
  LONG_NAMES,
  overlapsOn,
  PEOPLE,
  PICTURES,
  printInput,
  sampledChoices,
  textsOf,
  within,
} from './print-fixtures';

// Some of these lay out hundreds of pages.
vi.setConfig({ testTimeout: 60_000 });

/** The layout rounds to a micrometre; a tenth of a millimetre is what a trimmed sheet cannot show. */
const TOLERANCE_MM = 0.1;

/** Six rows, four rows (Monday first), five rows, and a month before the longest name of several languages. */
const MONTHS = ['2027-05', '2027-02', '2027-09', '2027-08'];

/** Letters of rare scripts lean out of their own width, over the white space before the next name. */
const RARE_TOLERANCE_MM = 0.4;

function expectSoundPage(
  page: Page,
  input: PrintInput,
  what = '',
  toleranceMm = TOLERANCE_MM,
): void {
  const safe = safeBoxOf(formatOf(input.document.formatId, input.press));
  const outside = textsOf(page).filter((operation) => {
    const ink = inkOf(operation);
    return ink !== null && !within(ink, safe, toleranceMm);
  });
  const where = `${page.role} ${what}`;
  expect(
    outside.map(({ text, role }) => `${role}: ${text}`),
    where,
  ).toEqual([]);
  expect(overlapsOn(page, toleranceMm), where).toEqual([]);
  expect(coveredTexts(page, toleranceMm), where).toEqual([]);
}

function expectPicturesInPlace(page: Page): void {
  for (const operation of page.operations) {
    if (operation.kind !== 'image') continue;
    if (operation.slotIndex !== null) {
      const slot = page.slots.find(({ slotIndex }) => slotIndex === operation.slotIndex);
      expect(slot).toMatchObject({
        xMm: operation.xMm,
        yMm: operation.yMm,
        widthMm: operation.widthMm,
        heightMm: operation.heightMm,
      });
    }
    const { x, y, width, height } = operation.source;
    for (const edge of [x, y, 1 - x - width, 1 - y - height]) expect(edge).toBeGreaterThan(-1e-9);
    const picture = PICTURES.get(operation.pictureId);
    const sourceAspect =
      (width * (picture?.widthPx ?? 0)) / (height * (picture?.heightPx ?? Number.NaN));
    expect(sourceAspect / (operation.widthMm / operation.heightMm)).toBeCloseTo(1, 6);
  }
}

const shared = (one: Box, other: Box) => ({
  widthMm:
    Math.min(one.xMm + one.widthMm, other.xMm + other.widthMm) - Math.max(one.xMm, other.xMm),
  heightMm:
    Math.min(one.yMm + one.heightMm, other.yMm + other.heightMm) - Math.max(one.yMm, other.yMm),
});

describe('on every page of a calendar', () => {
  const choices = sampledChoices(180, {
    formatId: FORMAT_IDS,
    layoutId: LAYOUT_IDS,
    themeId: BUILT_IN_THEME_IDS,
    language: PRINT_LANGUAGES,
    from: MONTHS,
    firstWeekday: [1, 7, 6, 3],
    weekNumbers: ['none', 'iso', 'us'],
    hasNativeDigits: [true, false],
    secondaryCalendar: ['none', 'hebrew', 'hijri', 'chinese', 'persian'],
    hasMoonPhases: [true, false],
    busy: [0, 1, 3, 5],
    caption: ['', 'Ранок у горах Пікос-де-Еуропа, дорога до озера Енол'],
    people: [PEOPLE.slice(0, 0), PEOPLE.slice(0, 3), PEOPLE],
  });

  test.each([0, 1, 2, 3, 4, 5])(
    'no text leaves the safe area or touches another, whatever is chosen (part %i)',
    (part) => {
      for (const { busy, ...choice } of choices.filter((_, index) => index % 6 === part)) {
        const entries = entriesFor(choice.from, LONG_NAMES, (day) => (day * 5 + part) % (busy + 1));
        const input = printInput({ ...choice, entries, hasOverview: true, notesPages: 1 });
        const what = `${choice.formatId} ${choice.layoutId} ${choice.themeId} ${choice.language} ${choice.from} ${busy}`;
        for (const page of layoutCalendar(input)) {
          expectSoundPage(page, input, what);
          expectPicturesInPlace(page);
        }
      }
    },
  );

  test('titles of any length stay inside and apart on covers and posters', () => {
    const titles = [
      'Родина Коваленків-Гончаренків і наші дванадцять місяців разом',
      '',
      'わたしたちの一年、家族みんなで過ごした季節の記録',
      'W'.repeat(60),
    ];
    const covers = sampledChoices(120, {
      formatId: FORMAT_IDS,
      themeId: BUILT_IN_THEME_IDS,
      layoutId: LAYOUT_IDS,
      language: PRINT_LANGUAGES,
      from: ['2027-01', '2027-09'],
      monthCount: [12, 18, 1, 13, 15],
      pictured: [true, true, false],
      title: titles,
      subtitle: ['', 'W'.repeat(80), 'Twelve months by the sea'],
    });
    for (const choice of covers) {
      const input = printInput(choice);
      const what = `${choice.formatId} ${choice.themeId} ${choice.layoutId} ${choice.language}`;
      const last = pagePlan(input.document).length - 1;
      for (const index of new Set([0, last])) {
        const page = layoutPage(input, index);
        expectSoundPage(page, input, `${what} "${choice.title}"`);
        expectPicturesInPlace(page);
      }
    }
  });
});

test('whatever a person writes, texts stay inside and apart', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 80, unit: 'grapheme' }),
    fc.constantFrom(...LONG_NAMES),
  );
  fc.assert(
    fc.property(
      fc.record({
        formatId: fc.constantFrom(...FORMAT_IDS.filter((id) => !isPoster(id))),
        themeId: fc.constantFrom(...BUILT_IN_THEME_IDS),
        layoutId: fc.constantFrom(...LAYOUT_IDS),
        language: fc.constantFrom(...PRINT_LANGUAGES),
        firstWeekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
        weekNumbers: fc.constantFrom('none', 'iso', 'us'),
        from: fc.constantFrom(...MONTHS),
        caption: fc.string({ maxLength: 120, unit: 'grapheme' }),
        texts: fc.array(anyText, { minLength: 1, maxLength: 5 }),
        perDay: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 31, maxLength: 31 }),
      }),
      ({ texts, perDay, ...choice }) => {
        const entries = entriesFor(choice.from, texts, (day) => perDay[day - 1] ?? 0);
        const input = printInput({ ...choice, entries });
        expectSoundPage(layoutPage(input, 1), input, '', RARE_TOLERANCE_MM);
      },
    ),
    { numRuns: 60, seed: 2027 },
  );
});

test('a whole calendar is cover, overview, months, notes and back cover, in this order', () => {
  const pages = layoutCalendar(printInput({ monthCount: 12, hasOverview: true, notesPages: 2 }));
  expect(pages.map(({ role }) => role)).toEqual([
    'cover',
    'overview',
    ...Array(12).fill('month'),
    'notes',
    'notes',
    'back',
  ]);
  expect(pages.map(({ index }) => index)).toEqual(pages.map((_, index) => index));
  expect(pages.slice(2, 14).map(({ monthIndex }) => monthIndex)).toEqual(
    Array.from({ length: 12 }, (_, index) => index),
  );
});

describe('slots', () => {
  const cases = FORMAT_IDS.flatMap((formatId) =>
    LAYOUT_IDS.map((layoutId) => ({ formatId, layoutId })),
  );

  test('at the edge of the paper they run on into the bleed, elsewhere they keep well off the knife', () => {
    for (const choice of cases) {
      const input = printInput(choice);
      const { trim, bleedMm, slots } = layoutPage(input, isPoster(choice.formatId) ? 0 : 1);
      for (const { xMm, yMm, widthMm, heightMm } of slots) {
        for (const [nearMm, farMm, sideMm] of [
          [xMm, xMm + widthMm, trim.widthMm],
          [yMm, yMm + heightMm, trim.heightMm],
        ] as const) {
          const what = JSON.stringify(choice);
          expect(nearMm === -bleedMm || nearMm > 5, what).toBe(true);
          const isInBleed = Math.abs(farMm - sideMm - bleedMm) < 0.01;
          expect(isInBleed || farMm < sideMm - 5, what).toBe(true);
        }
      }
    }
  });

  test('no two of a page overlap, and none is smaller than a passport photo', () => {
    for (const choice of cases) {
      const { slots } = layoutPage(printInput(choice), isPoster(choice.formatId) ? 0 : 1);
      slots.forEach((one, index) => {
        expect(Math.min(one.widthMm, one.heightMm)).toBeGreaterThan(30);
        for (const other of slots.slice(index + 1)) {
          const { widthMm, heightMm } = shared(one, other);
          expect(widthMm > 0 && heightMm > 0, JSON.stringify(choice)).toBe(false);
        }
      });
    }
  });

  test('are known before a page is laid out, and the same then', () => {
    for (const choice of cases) {
      const input = printInput({ ...choice, monthCount: 2 });
      const { document, themes, press } = input;
      for (const { pageIndex } of pagePlan(document)) {
        if (pageIndex === null) continue;
        const index = pagePlan(document).findIndex((page) => page.pageIndex === pageIndex);
        const drawn = layoutPage(input, index).slots;
        const known = slotBoxesOf(document, pageIndex, themes, press);
        expect(known).toHaveLength(drawn.length);
        known.forEach((box, at) => {
          expect(box.xMm).toBeCloseTo(drawn[at]?.xMm ?? Number.NaN, 2);
          expect(box.heightMm).toBeCloseTo(drawn[at]?.heightMm ?? Number.NaN, 2);
        });
      }
    }
  });

  test('a poster has as many as its layout asks for, and its months have none', () => {
    const counts = LAYOUT_IDS.map((layoutId) => {
      const { document } = printInput({ formatId: 'poster-a2-portrait', layoutId });
      expect(slotBoxesOf(document, 0, [])).toEqual([]);
      return [layoutId, slotBoxesOf(document, -1, []).length];
    });
    expect(Object.fromEntries(counts)).toEqual({
      'photo-above': 1,
      'photo-below': 1,
      'photo-left': 1,
      'photo-full': 1,
      'two-photos': 2,
      'three-photos': 3,
      'six-photos': 6,
      'photo-strip': 4,
      'family-planner': 1,
      'week-rows': 1,
      'type-only': 0,
      'photo-days': 1,
    });
  });

  test('the bleed is what the print house asks for', () => {
    const input = printInput({ layoutId: 'photo-full' });
    const wide = { ...input, press: { ...input.press, bleedMm: 8 } };
    expect(layoutPage(wide, 1).bleedMm).toBe(8);
    expect(layoutPage(wide, 1).slots[0]).toMatchObject({ xMm: -8, yMm: -8, widthMm: 297 + 16 });
  });
});

test('paper colour covers the bleed on every page', () => {
  for (const page of layoutCalendar(
    printInput({ themeId: 'evening', hasOverview: true, notesPages: 1 }),
  )) {
    expect(page.operations[0]).toMatchObject({
      kind: 'rect',
      xMm: -page.bleedMm,
      yMm: -page.bleedMm,
      widthMm: page.trim.widthMm + 2 * page.bleedMm,
      heightMm: page.trim.heightMm + 2 * page.bleedMm,
      opacity: 1,
    });
  }
});
