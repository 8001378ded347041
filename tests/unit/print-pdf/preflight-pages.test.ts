import { describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { type CalendarDocument, CENTRED, type Crop, type OwnDate } from '@/lib/calendars/document';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { ImageOperation, Page } from '@/lib/print/operations';
import { type Preflight, preflightDocument } from '@/lib/print/preflight';
import { facesOnPage } from '@/lib/print/preflight/face-rules';
import { pressOf } from '@/lib/print/press';
import type { MeasuredPicture, PrintInput } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';
import { image } from './paint-fixture';
import { pictureId, testDocument } from './print-fixture';

const SIZE = { widthPx: 6000, heightPx: 4500 };

function inputOf(
  document: CalendarDocument,
  change: (index: number) => Partial<MeasuredPicture> = () => ({}),
): PrintInput {
  const pictures = new Map(
    Array.from({ length: 19 }, (_, index) => {
      return [pictureId(index), { ...SIZE, ...change(index) }] as const;
    }),
  );
  const [fonts, press] = [loadFontBook(), pressOf('europe')];
  return { document, entries: dayEntriesOf(document), pictures, fonts, themes: [], press };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

function check(input: PrintInput, today: PlainDate | null = null): Preflight {
  return preflightDocument(layoutCalendar(input), input, today);
}

const rules = ({ findings }: Preflight) => findings.map(({ rule }) => rule);

/** One month with one picture, which fills the whole page or its upper part. */
function oneMonth(layoutId: 'photo-full' | 'photo-above', crop: Partial<Crop> = {}) {
  const document = testDocument({ monthCount: 1, layoutId });
  const slots = [
    { pictureId: pictureId(1), crop: { ...CENTRED, ...crop }, filter: 'none' as const },
  ];
  const filled = [...slots, null, null, null, null, null];
  return { ...document, pages: document.pages.map((page) => ({ ...page, slots: filled })) };
}

const onlyMonth = (part: Partial<MeasuredPicture>) => (index: number) => (index === 1 ? part : {});

describe('faces', () => {
  const face = { x: 0.1, y: 0.2, width: 0.2, height: 0.3 };
  const picture: MeasuredPicture = { widthPx: 4000, heightPx: 3000, faces: [face] };
  const placed = (change: Partial<ImageOperation>) => {
    return facesOnPage(image({ xMm: 0, yMm: 0, widthMm: 80, heightMm: 60, ...change }), picture)[0];
  };

  it('are found where the picture draws them, turned, mirrored, cropped and straightened', () => {
    expect(placed({})).toMatchObject({ xMm: 8, yMm: 12, widthMm: 16, heightMm: 18 });
    expect(placed({ isMirrored: true })?.xMm).toBeCloseTo(56);
    const half = placed({ quarterTurns: 2 });
    expect([half?.xMm, half?.yMm]).toEqual([expect.closeTo(56), expect.closeTo(30)]);
    const turned = placed({ quarterTurns: 1, widthMm: 60, heightMm: 80 });
    // Clockwise: what was on the left comes to the top, what was at the top to the right.
    expect(turned?.yMm).toBeCloseTo(8);
    expect(turned?.xMm).toBeCloseTo(60 - 12 - 18);
    expect([turned?.widthMm, turned?.heightMm]).toEqual([expect.closeTo(18), expect.closeTo(16)]);
    const near = placed({ source: { x: 0, y: 0, width: 0.5, height: 0.5 } });
    expect(near).toMatchObject({ xMm: 16, yMm: 24, widthMm: 32, heightMm: 36 });
    const straight = placed({ straightenDeg: 5, spread: { x: 1.1, y: 1.1 } });
    expect(straight?.yMm).toBeLessThan(12);
  });

  it('of passers-by do not count', () => {
    const crowd = { ...picture, faces: [face, { x: 0.8, y: 0.1, width: 0.05, height: 0.05 }] };
    expect(facesOnPage(image({}), crowd)).toHaveLength(1);
  });

  const found = (layoutId: 'photo-full' | 'photo-above', part: typeof face, crop = {}) => {
    return rules(check(inputOf(oneMonth(layoutId, crop), onlyMonth({ faces: [part] }))));
  };

  it('under the holes or the notch are noted, and those below them are not', () => {
    expect(found('photo-above', { x: 0.45, y: 0.28, width: 0.1, height: 0.14 })).toEqual([
      'face-in-binding',
    ]);
    expect(found('photo-above', { x: 0.45, y: 0.5, width: 0.1, height: 0.14 })).toEqual([]);
  });

  it('cut by the edge are noted, and those cropped away on purpose are not', () => {
    const atTheEdge = { x: 0, y: 0.45, width: 0.1, height: 0.1 };
    expect(found('photo-above', atTheEdge, { zoom: 1.2, x: 0.47 })).toEqual(['face-cut']);
    expect(found('photo-above', atTheEdge, { zoom: 1.9, x: 0.8 })).toEqual([]);
  });

  it('under the band of days are noted', () => {
    expect(found('photo-full', { x: 0.4, y: 0.7, width: 0.12, height: 0.16 })).toEqual([
      'face-covered',
    ]);
  });
});

describe('text over a picture', () => {
  const busy = Array.from({ length: 256 }, (_, at) => (at % 2 === 0 ? 0.02 : 0.9));

  it('keeps its contrast in every layout of ours over the busiest picture', () => {
    expect(rules(check(inputOf(oneMonth('photo-full'), onlyMonth({ tones: busy }))))).toEqual([]);
  });

  it('is noted where nothing lies between them', () => {
    const input = inputOf(oneMonth('photo-full'), onlyMonth({ tones: busy }));
    const pages = layoutCalendar(input).map((page): Page => {
      const isBand = (index: number) => {
        const operation = page.operations[index];
        return operation?.kind === 'rect' && operation.opacity < 1;
      };
      return { ...page, operations: page.operations.filter((_, index) => !isBand(index)) };
    });
    const { findings } = preflightDocument(pages, input);
    expect(findings).toMatchObject([{ rule: 'text-contrast', severity: 'amber', pageIndex: 1 }]);
  });

  it('is noted when it is too small to be read', () => {
    const input = inputOf(oneMonth('photo-above'));
    const pages = layoutCalendar(input).map((page): Page => {
      const operations = page.operations.map((operation) =>
        operation.kind === 'text' && operation.role === 'weekday'
          ? { ...operation, sizePt: 3.5 }
          : operation,
      );
      return { ...page, operations };
    });
    expect(rules(preflightDocument(pages, input))).toContain('text-small');
  });
});

describe('pictures that are nearly the same', () => {
  const scene = (shift: number) =>
    Array.from({ length: 256 }, (_, at) => 0.5 + 0.4 * Math.sin((at + shift * 16) / 9));

  it('are noted once, and different scenes of the same light are not', () => {
    const tones = (index: number) => {
      if (index === 2) return scene(0);
      if (index === 5) return scene(0).map((tone) => tone + 0.008);
      return scene(index + 1);
    };
    const document = testDocument({ monthCount: 8 });
    const report = check(inputOf(document, (index) => ({ tones: tones(index) })));
    expect(report.findings).toMatchObject([
      { rule: 'picture-alike', severity: 'info', pageIndex: 6, slotIndex: 0, params: { first: 4 } },
    ]);
  });

  it('are not looked for among skies', () => {
    const flat = Array.from({ length: 256 }, () => 0.8);
    expect(rules(check(inputOf(testDocument(), () => ({ tones: flat }))))).toEqual([]);
  });
});

describe('years and dates', () => {
  const input = (change: Partial<CalendarDocument>) => inputOf({ ...testDocument(), ...change });
  const once = (text: string, date: string, change: Partial<OwnDate> = {}): OwnDate => ({
    id: `evd_${text.toLowerCase().padEnd(36, '0')}`,
    text,
    kind: 'other',
    icon: null,
    colour: null,
    picture: null,
    personId: null,
    when: { every: 'once', date: day(date) },
    ...change,
  });

  it('a calendar that is over is blocked, its last day still counts', () => {
    expect(rules(check(input({}), day('2027-12-31')))).toEqual([]);
    const over = check(input({}), day('2028-01-01'));
    expect(over.verdict).toBe('blocked');
    expect(over.findings).toMatchObject([{ rule: 'year-passed', params: { next: '2028' } }]);
  });

  it.each(['ar', 'fa', 'hi'] as const)('are found in the own digits of %s', (language) => {
    for (const hasNativeDigits of [true, false]) {
      const found = rules(check(input({ language, hasNativeDigits })));
      expect(found.filter((rule) => rule === 'month-year' || rule === 'month-days')).toEqual([]);
    }
  });

  it('a calendar for a far year asks whether it is meant', () => {
    expect(rules(check(input({}), day('2024-01-01')))).toEqual([]);
    expect(check(input({}), day('2023-12-31')).findings).toMatchObject([
      { rule: 'year-far', severity: 'amber', params: { year: '2027' } },
    ]);
  });

  it('a title that names another year is noted, and one that names one of the years is not', () => {
    expect(check(input({ title: 'Our 2026' })).findings).toMatchObject([
      { rule: 'year-in-title', params: { year: '2026', meant: '2027' } },
    ]);
    expect(rules(check(input({ title: '2027', subtitle: 'since 1999, 2027' })))).toEqual([]);
    expect(rules(check(input({ title: 'Room 20270' })))).toEqual([]);
  });

  it('dates that are printed nowhere, or for nobody, are noted', () => {
    const dates = [
      once('Inside', '2027-05-04'),
      once('Outside', '2028-05-04'),
      once('Whose', '2027-06-01', { personId: 'gone' }),
    ];
    const { verdict, findings } = check(input({ dates }));
    expect(verdict).toBe('pass');
    expect(findings).toMatchObject([
      { rule: 'date-outside', params: { text: 'Outside', date: '2028-05-04' } },
      { rule: 'person-missing', params: { text: 'Whose' } },
    ]);
  });
});
