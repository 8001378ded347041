import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, LAYOUT_IDS, PRINT_LANGUAGES, THEME_IDS } from '@/lib/calendars/document';
import { formatOf, safeBoxOf } from '@/lib/print/formats';
import { layoutCalendar, layoutPage } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import type { PrintInput } from '@/lib/print/print-input';
import {
  entriesFor,
  inkOf,
  LONG_NAMES,
  overlapsOn,
  PICTURES,
  printInput,
  textsOf,
  within,
} from './print-fixtures';

/** The layout rounds to a micrometre; a tenth of a millimetre is what a trimmed sheet cannot show. */
const TOLERANCE_MM = 0.1;

/** Six rows, four rows (Monday first), five rows, and a month before the longest name of several languages. */
const MONTHS = ['2027-05', '2027-02', '2027-09', '2027-08'];

function expectSoundPage(page: Page, input: PrintInput): void {
  const safe = safeBoxOf(formatOf(input.document.formatId));
  const outside = textsOf(page).filter((operation) => {
    const ink = inkOf(operation);
    return ink !== null && !within(ink, safe, TOLERANCE_MM);
  });
  expect(outside.map(({ text, role }) => `${role}: ${text}`)).toEqual([]);
  expect(overlapsOn(page, TOLERANCE_MM)).toEqual([]);
}

function expectPicturesInPlace(page: Page): void {
  for (const operation of page.operations) {
    if (operation.kind !== 'image') continue;
    const slot = page.slots.find(({ slotIndex }) => slotIndex === operation.slotIndex);
    expect(slot).toMatchObject({
      xMm: operation.xMm,
      yMm: operation.yMm,
      widthMm: operation.widthMm,
      heightMm: operation.heightMm,
    });
    const { x, y, width, height } = operation.source;
    for (const edge of [x, y, 1 - x - width, 1 - y - height]) expect(edge).toBeGreaterThan(-1e-9);
    const picture = PICTURES.get(operation.pictureId);
    const sourceAspect =
      (width * (picture?.widthPx ?? 0)) / (height * (picture?.heightPx ?? Number.NaN));
    expect(sourceAspect / (operation.widthMm / operation.heightMm)).toBeCloseTo(1, 6);
  }
}

describe.each(FORMAT_IDS)('on %s', (formatId) => {
  describe.each(THEME_IDS)('in %s', (themeId) => {
    test.each(LAYOUT_IDS)(
      'no text of %s leaves the safe area or touches another, in any language',
      (layoutId) => {
        PRINT_LANGUAGES.forEach((language, index) => {
          const from = MONTHS[index % MONTHS.length] ?? '2027-05';
          const input = printInput({
            formatId,
            themeId,
            layoutId,
            language,
            from,
            firstWeekday: (((index * 3) % 7) + 1) as 1,
            weekNumbers: (['none', 'iso', 'us'] as const)[index % 3] ?? 'none',
            caption: index % 2 === 0 ? '' : 'Ранок у горах Пікос-де-Еуропа, дорога до озера Енол',
            entries: entriesFor(from, LONG_NAMES, (day) => (day + index) % 7),
          });
          const page = layoutPage(input, 1);
          expectSoundPage(page, input);
          expectPicturesInPlace(page);
        });
      },
    );

    test('cover and back cover keep their texts apart and inside, with and without a picture', () => {
      for (const [index, language] of PRINT_LANGUAGES.entries()) {
        const input = printInput({
          formatId,
          themeId,
          language,
          from: index % 2 === 0 ? '2027-01' : '2027-09',
          monthCount: [12, 18, 1, 13][index % 4] ?? 12,
          pictured: index % 3 !== 0,
          title:
            [
              'Родина Коваленків-Гончаренків і наші дванадцять місяців разом',
              '',
              'わたしたちの一年、家族みんなで過ごした季節の記録',
              'W'.repeat(60),
            ][index % 4] ?? '',
          subtitle: index % 2 === 0 ? 'W'.repeat(80) : 'Twelve months by the sea',
        });
        const { monthCount } = input.document;
        for (const page of [layoutPage(input, 0), layoutPage(input, monthCount + 1)]) {
          expectSoundPage(page, input);
          expectPicturesInPlace(page);
        }
      }
    });
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
        formatId: fc.constantFrom(...FORMAT_IDS),
        themeId: fc.constantFrom(...THEME_IDS),
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
        expectSoundPage(layoutPage(input, 1), input);
      },
    ),
    { numRuns: 80, seed: 2027 },
  );
});

test('a whole calendar is the cover, its months and the back cover, in this order', () => {
  const pages = layoutCalendar(printInput({ monthCount: 12 }));
  expect(pages.map(({ role }) => role)).toEqual(['cover', ...Array(12).fill('month'), 'back']);
  expect(pages.map(({ index }) => index)).toEqual(pages.map((_, index) => index));
  expect(pages.slice(1, 13).map(({ monthIndex }) => monthIndex)).toEqual(
    Array.from({ length: 12 }, (_, index) => index),
  );
});

test('pictures at the edge of the paper run on into the bleed', () => {
  for (const formatId of FORMAT_IDS) {
    for (const layoutId of LAYOUT_IDS) {
      const page = layoutPage(printInput({ formatId, layoutId }), 1);
      const { trim, bleedMm, slots } = page;
      expect(Math.min(...slots.map(({ xMm }) => xMm))).toBe(-bleedMm);
      expect(Math.min(...slots.map(({ yMm }) => yMm))).toBe(-bleedMm);
      for (const slot of slots) {
        for (const [edgeMm, sideMm] of [
          [slot.xMm + slot.widthMm, trim.widthMm],
          [slot.yMm + slot.heightMm, trim.heightMm],
        ] as const) {
          // Either well inside the page or in the bleed: never a sliver short of the knife.
          expect(edgeMm < sideMm - 5 || Math.abs(edgeMm - sideMm - bleedMm) < 0.01).toBe(true);
        }
      }
    }
  }
});

test('paper colour covers the bleed on every page', () => {
  for (const page of layoutCalendar(printInput({ themeId: 'evening' }))) {
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
