import { describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { FORMAT_IDS, LAYOUT_IDS } from '@/lib/calendars/document';
import { parseYearMonth } from '@/lib/core/plain-date';
import { layoutCalendar, layoutPage } from '@/lib/print/layout-calendar';
import { missingGlyphs } from '@/lib/print/missing-glyphs';
import type { Page } from '@/lib/print/operations';
import { preflightDocument } from '@/lib/print/preflight';
import { BUILT_IN } from '@/lib/print/themes/built-in';
import {
  entriesFor,
  FONTS,
  LONG_NAMES,
  PICTURES,
  pictureId,
  printInput,
  textsOf,
} from '../print/print-fixtures';

const findingsOf = (input: ReturnType<typeof printInput>, pages = layoutCalendar(input)) =>
  preflightDocument(pages, input).findings.map(({ rule }) => rule);

/** Two sharp months of every text that a page can carry. */
const RICH = {
  monthCount: 2,
  hasOverview: true,
  notesPages: 1,
  hasMoonPhases: true,
  weekNumbers: 'iso',
  secondaryCalendar: 'hebrew',
  caption: 'A day by the lake',
} as const;

describe('pitfalls of the pages', { timeout: 60_000 }, () => {
  it('1: the year and month printed are the ones that were chosen, on every page', () => {
    const input = printInput({ from: '2027-09', monthCount: 12, pictured: false });
    const months = layoutCalendar(input).filter(({ role }) => role === 'month');
    for (const [index, page] of months.entries()) {
      const year = index < 4 ? '2027' : '2028';
      const said = textsOf(page, 'month', 'year').map(({ text }) => text);
      expect(said.some((text) => text.includes(year))).toBe(true);
      expect(page.days[0]?.date).toBe(
        `${year}-${String(((index + 8) % 12) + 1).padStart(2, '0')}-01`,
      );
    }
    const cover = textsOf(layoutPage(input, 0)).map(({ text }) => text);
    expect(cover.join(' ')).toMatch(/2027.*2028/s);
    const other = { ...input, document: { ...input.document, from: parseYearMonth('2028-09') } };
    expect(findingsOf(other as typeof input, layoutCalendar(input))).toContain('month-year');
  });

  it('9: a character that no font has is told, and is no box on paper', () => {
    const input = printInput({ title: 'Luna 🌙', pictured: false });
    expect(missingGlyphs(input).map(({ text }) => text)).toEqual(['Luna 🌙']);
    expect(findingsOf(input)).toContain('missing-glyphs');
    const printed = layoutCalendar(input).flatMap((page) => textsOf(page));
    expect(printed.some(({ text }) => text.includes('🌙'))).toBe(false);
  });

  it('10: the words of a right-to-left title stand from right to left', () => {
    const input = printInput({ language: 'he', title: 'שנה טובה', themeId: 'nordic' });
    const title = textsOf(layoutPage(input, 0), 'title');
    const whole = title.find(({ text }) => text.includes('שנה'));
    expect(whole?.direction).toBe('rtl');
    if (whole && !whole.text.includes('טובה')) {
      const next = title.find(({ text }) => text.includes('טובה'));
      expect(next?.xMm).toBeLessThan(whole.xMm);
    }
    // And Hebrew with a number in it: the number keeps its own order, to the left of the word.
    const dated = printInput({ language: 'he', title: 'שנת 2027', themeId: 'nordic' });
    const runs = textsOf(layoutPage(dated, 0), 'title');
    const [word, number] = ['שנת', '2027'].map((part) =>
      runs.find(({ text }) => text.includes(part)),
    );
    expect(number?.text.trim()).toBe('2027');
    expect(number?.xMm).toBeLessThan(word?.xMm ?? 0);
  });

  it('10: a Persian word keeps the joiner that it is written with', () => {
    for (const direction of ['rtl', 'ltr'] as const) {
      const { glyphs } = FONTS.shape('سه\u200cشنبه', 'noto-sans-arabic/500', direction);
      const read = direction === 'rtl' ? glyphs.toReversed() : glyphs;
      const codePoints = read.flatMap((glyph) => glyph.codePoints);
      expect(codePoints.filter((codePoint) => codePoint === 0x200c)).toHaveLength(1);
      expect(codePoints).not.toContain(0x20);
    }
  });

  it('14: holes and notch in a face are told', () => {
    const faces = [{ x: 0.4, y: 0.0, width: 0.2, height: 0.3 }];
    const pictures = new Map([[pictureId('a'), { widthPx: 6000, heightPx: 5000, faces }]]);
    const input = printInput({ pictures, layoutId: 'photo-full' });
    expect(findingsOf(input)).toContain('face-in-binding');
    const desk = printInput({ pictures, layoutId: 'photo-below' });
    expect(findingsOf(desk)).not.toContain('face-in-binding');
  });

  it('15: a month of six rows fits its page in every format', () => {
    for (const formatId of FORMAT_IDS) {
      const input = printInput({ formatId, from: '2027-05', firstWeekday: 1 });
      const page = layoutCalendar(input).find(({ days }) => days.length >= 31);
      if (!page) continue;
      const rows = new Set(page.days.slice(0, 31).map(({ yMm }) => yMm));
      if (page.role === 'month') expect(rows.size).toBe(6);
      const bottom = Math.max(...page.days.map(({ yMm, heightMm }) => yMm + heightMm));
      expect(bottom).toBeLessThanOrEqual(page.trim.heightMm);
    }
  });

  it('16: long names and three of them a day stay on the paper and out of the binding', () => {
    const entries = entriesFor('2027-05', LONG_NAMES, (day) =>
      day % 9 === 0 ? 3 : day % 4 === 0 ? 1 : 0,
    );
    for (const formatId of [
      'wall-a3-portrait',
      'wall-a4-landscape',
      'desk-a5-landscape',
    ] as const) {
      const found = findingsOf(printInput({ formatId, from: '2027-05', entries }));
      for (const rule of ['text-cut-off', 'text-in-binding', 'text-near-edge']) {
        expect(found).not.toContain(rule);
      }
    }
  });

  it('20: the server’s time zone changes no date', () => {
    const zone = process.env.TZ;
    const made = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((name) => {
      process.env.TZ = name;
      const plain = printInput({ from: '2027-03', holidaySets: [{ country: 'UA', region: null }] });
      const input = { ...plain, entries: dayEntriesOf(plain.document) };
      return JSON.stringify(layoutCalendar(input));
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(made).size).toBe(1);
  });

  it('21: the first days of 2027 are in week 53', () => {
    const input = printInput({ from: '2027-01', weekNumbers: 'iso' });
    const weeks = textsOf(layoutPage(input, 1), 'week-number').map(({ text }) => text);
    expect(weeks).toEqual(['53', '1', '2', '3', '4']);
  });

  it('22: Persian and Arabic calendars print Gregorian years', () => {
    for (const language of ['fa', 'ar'] as const) {
      const page = layoutPage(printInput({ language, from: '2027-01', hasNativeDigits: false }), 1);
      const words = textsOf(page, 'month', 'year').map(({ text }) => text);
      expect(words.join(' ')).toContain('2027');
      expect(words.join(' ')).not.toMatch(/1405|1448|2570/);
    }
  });

  it('23: each day stands under its own weekday, whichever the week begins with', () => {
    for (const firstWeekday of [1, 6, 7] as const) {
      const page = layoutPage(printInput({ from: '2027-01', firstWeekday, pictured: false }), 1);
      const heads = textsOf(page, 'weekday').toSorted((a, b) => a.xMm - b.xMm);
      const under = (date: string) => {
        const cell = page.days.find((day) => day.date === date);
        const middle = (cell?.xMm ?? 0) + (cell?.widthMm ?? 0) / 2;
        const near = (head: (typeof heads)[number]) =>
          Math.abs(head.xMm + head.widthMm / 2 - middle);
        return heads
          .toSorted((a, b) => near(a) - near(b))[0]
          ?.text.toLowerCase()
          .slice(0, 2);
      };
      expect(heads).toHaveLength(7);
      // 3 January 2027 is a Sunday, 4 a Monday, 9 a Saturday.
      expect([under('2027-01-03'), under('2027-01-04'), under('2027-01-09')]).toEqual([
        'su',
        'mo',
        'sa',
      ]);
    }
  });

  it('24: every page is a page of its own, with bleed on all four sides', () => {
    const pages = layoutCalendar(
      printInput({ layoutId: 'photo-full', formatId: 'wall-a4-landscape' }),
    );
    for (const page of pages) {
      const ground = page.operations.find(({ kind }) => kind === 'rect' || kind === 'image');
      expect(ground).toMatchObject({
        xMm: -page.bleedMm,
        yMm: -page.bleedMm,
        widthMm: page.trim.widthMm + 2 * page.bleedMm,
      });
    }
  });

  it('25: a page too many or too few for the binding is told', () => {
    const input = printInput({ monthCount: 3 });
    const pages = layoutCalendar(input);
    expect(findingsOf(input, pages)).not.toContain('page-count');
    expect(findingsOf(input, pages.slice(1))).toContain('page-count');
    expect(findingsOf(input, [...pages, pages[1] as Page])).toContain('page-count');
  });

  it('no design of ours is warned about, over the busiest pictures', () => {
    const tones = [
      Array.from({ length: 256 }, (_, at) => 0.02 + (at % 16) / 17),
      Array.from({ length: 256 }, () => 0.85),
      Array.from({ length: 256 }, (_, at) => ((at * 37) % 101) / 100),
    ];
    const pictures = new Map(
      [...PICTURES].map(([id, picture], at) => [id, { ...picture, tones: tones[at] ?? [] }]),
    );
    const themes = BUILT_IN.map(({ id }) => id);
    const designs = FORMAT_IDS.flatMap((formatId, row) =>
      LAYOUT_IDS.filter((_, column) => (row + column) % 3 === 0).map((layoutId, column) => {
        return { formatId, layoutId, themeId: themes[(row * 5 + column) % themes.length] ?? '' };
      }),
    );
    for (const design of designs) {
      const found = findingsOf(printInput({ ...RICH, ...design, pictures }));
      const unwanted = found.filter((rule) => !rule.startsWith('picture-'));
      expect(unwanted, JSON.stringify(design)).toEqual([]);
    }
  });
});
