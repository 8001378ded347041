import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AutofillPicture, autofill } from '@/lib/calendars/autofill';
import { lockPages, pageAt } from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  CENTRED,
  COVER_PAGE,
  emptyPage,
  FORMAT_IDS,
  LAYOUT_IDS,
  type LayoutId,
  MONTHS_MAX,
  picturesIn,
} from '@/lib/calendars/document';
import { slotCountOf } from '@/lib/calendars/drop-rules';
import { isPoster } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';
import { type PlainDate, parseYearMonth, plainDate, type YearMonth } from '@/lib/core/plain-date';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import { aSlot, slotsOf } from '../../support/documents';

const id = (n: number): Id<'picture'> => `pic_${String(n).padStart(12, '0')}`;

function picture(n: number, facts: Partial<AutofillPicture> = {}): AutofillPicture {
  return { id: id(n), widthPx: 6000, heightPx: 4000, takenOn: null, ...facts };
}

const pictures = (count: number) => Array.from({ length: count }, (_, n) => picture(n));

function calendar(facts: Partial<CalendarDocument> = {}): CalendarDocument {
  const monthCount = facts.monthCount ?? 12;
  return {
    schemaVersion: 2,
    title: '',
    subtitle: '',
    formatId: 'wall-a3-portrait',
    from: parseYearMonth('2027-01') as YearMonth,
    monthCount,
    language: 'en',
    firstWeekday: 1,
    weekNumbers: 'none',
    hasNativeDigits: false,
    secondaryCalendar: 'none',
    hasMoonPhases: false,
    hasOverview: false,
    notesPages: 0,
    people: [],
    themeId: 'atelier',
    layoutId: 'photo-above',
    holidaySets: [],
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: emptyPage(),
    pages: Array.from({ length: monthCount }, emptyPage),
    ...facts,
  };
}

/** Slots in the order of the pages, cover first; those that a layout does not show are left out. */
function shown(document: CalendarDocument) {
  return [
    document.cover.slots[0] ?? null,
    ...document.pages.flatMap(({ slots }, at) => slots.slice(0, slotCountOf(document, at))),
  ];
}

const names = (document: CalendarDocument) => shown(document).map((slot) => slot?.pictureId);

const uses = (document: CalendarDocument) => {
  const counts = new Map<string, number>();
  for (const name of names(document)) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const anyDate = fc
  .tuple(fc.integer({ min: 1990, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.nat(27))
  .map(([year, month, day]) => plainDate(year, month, day + 1));
const anyPictures = fc
  .array(
    fc.record(
      {
        widthPx: fc.integer({ min: 400, max: 12_000 }),
        heightPx: fc.integer({ min: 400, max: 12_000 }),
        takenOn: fc.option(anyDate, { nil: null }),
        sharpness: fc.double({ min: 0, max: 60, noNaN: true }),
        perceptualHash: fc.constantFrom('0000000000000000', '00000000000000ff', 'ffff0000ffff0000'),
      },
      { requiredKeys: ['widthPx', 'heightPx', 'takenOn'] },
    ),
    { maxLength: 60 },
  )
  .map((list) => list.map((facts, n) => ({ ...facts, id: id(n) })));
const anyCalendar = fc
  .record({
    formatId: fc.constantFrom(...FORMAT_IDS.filter((format) => !isPoster(format))),
    themeId: fc.constantFrom(...BUILT_IN_THEME_IDS),
    layoutId: fc.constantFrom(...LAYOUT_IDS),
    from: fc.integer({ min: 1, max: 12 }).map((month) => {
      return parseYearMonth(`2027-${String(month).padStart(2, '0')}`) as YearMonth;
    }),
    own: fc.array(fc.constantFrom<LayoutId | null>(null, ...LAYOUT_IDS), {
      minLength: 1,
      maxLength: MONTHS_MAX,
    }),
  })
  .map(({ own, ...facts }) =>
    calendar({
      ...facts,
      monthCount: own.length,
      pages: own.map((layoutId) => ({ ...emptyPage(), layoutId })),
    }),
  );

describe('filling a calendar', () => {
  it('gives a valid calendar with every slot filled, and the same one each time', () => {
    fc.assert(
      fc.property(anyCalendar, anyPictures, (document, list) => {
        const before = structuredClone(document);
        const filled = autofill({ document, pictures: list });
        expect(document).toEqual(before);
        expect(CalendarDocumentSchema.safeParse(filled).error).toBeUndefined();
        expect(names(filled).every((name) => (list.length === 0 ? !name : name))).toBe(true);
        const again = autofill({
          document: structuredClone(document),
          pictures: structuredClone(list),
        });
        expect(again).toEqual(filled);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('uses every picture once before any comes again, and all as often as each other', () => {
    fc.assert(
      fc.property(anyCalendar, anyPictures, (document, list) => {
        fc.pre(list.length > 0);
        const counts = [...uses(autofill({ document, pictures: list })).values()];
        const slotCount = shown(document).length;
        expect(counts).toHaveLength(Math.min(slotCount, list.length));
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('keeps equal pictures as far apart as so few can be', () => {
    fc.assert(
      fc.property(anyCalendar, anyPictures, (document, list) => {
        fc.pre(list.length > 0);
        const filled = names(autofill({ document, pictures: list }));
        const gaps = filled.flatMap((name, at) => {
          const next = filled.indexOf(name, at + 1);
          return next < 0 ? [] : [next - at];
        });
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(list.length);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('leaves filled slots, kept pages and everything but pictures as they are', () => {
    const someSlots = fc.array(fc.nat(70), {
      minLength: MONTHS_MAX + 1,
      maxLength: MONTHS_MAX + 1,
    });
    const somePages = fc.uniqueArray(fc.integer({ min: COVER_PAGE, max: MONTHS_MAX - 1 }));
    fc.assert(
      fc.property(anyCalendar, anyPictures, someSlots, somePages, (empty, list, marks, kept) => {
        const mark = (n: number) =>
          n < 30 ? aSlot(id(n), { ...CENTRED, x: 0.1, y: 0.2, zoom: 2 }) : null;
        const locked = new Set(kept);
        const document = {
          ...empty,
          cover: {
            ...empty.cover,
            slots: slotsOf(mark(marks[MONTHS_MAX] ?? 99)),
            isLocked: locked.has(COVER_PAGE),
          },
          pages: empty.pages.map((page, at) => ({
            ...page,
            slots: slotsOf(mark(marks[at] ?? 99), mark((marks[at + 1] ?? 99) + 10)),
            isLocked: locked.has(at),
          })),
        };
        const filled = autofill({ document, pictures: list });
        for (let at = COVER_PAGE; at < document.monthCount; at += 1) {
          const [before, after] = [pageAt(document, at), pageAt(filled, at)];
          expect(locked.has(at) ? after : before).toBe(before);
          expect(before.slots.map((slot, index) => slot && after.slots[index])).toEqual(
            before.slots,
          );
          expect({ ...after, slots: [] }).toEqual({ ...before, slots: [] });
        }
        expect({ ...filled, cover: null, pages: null }).toEqual({
          ...document,
          cover: null,
          pages: null,
        });
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('takes pictures that have no place yet before those that have one', () => {
    const document = calendar({ monthCount: 4, pages: Array.from({ length: 4 }, emptyPage) });
    const placed = aSlot(id(0));
    document.pages[1] = { ...emptyPage(), slots: slotsOf(placed) };
    const filled = autofill({ document, pictures: pictures(3) });
    expect(names(filled)).toEqual([id(1), id(2), id(0), id(1), id(2)]);
  });

  it('does nothing without pictures or without empty slots', () => {
    const document = calendar();
    expect(autofill({ document, pictures: [] })).toBe(document);
    const full = autofill({ document, pictures: pictures(13) });
    expect(autofill({ document: full, pictures: pictures(30) })).toBe(full);
  });

  it('counts a picture that is given twice once', () => {
    const twice = [...pictures(2), ...pictures(2)];
    expect([...uses(autofill({ document: calendar(), pictures: twice })).values()]).toEqual([7, 6]);
  });

  it('fills both slots of a layout with two, and does not touch a slot that is not shown', () => {
    const two = autofill({
      document: calendar({ layoutId: 'two-photos' }),
      pictures: pictures(25),
    });
    expect(picturesIn(two)).toHaveLength(25);
    const one = autofill({ document: calendar(), pictures: pictures(25) });
    expect(one.pages.every(({ slots }) => slots[1] === null)).toBe(true);
  });
});

const day = (month: number, date = 15, year = 2024): PlainDate => plainDate(year, month, date);
/** Of each page, which month its picture was taken in. */
const monthsTaken = (document: CalendarDocument, list: readonly AutofillPicture[]) =>
  document.pages.map(({ slots }) => {
    const found = list.find((one) => one.id === slots[0]?.pictureId);
    return found?.takenOn ? Number(found.takenOn.slice(5, 7)) : null;
  });

describe('the time of year', () => {
  it('puts each picture into its month, whatever the year and the first month', () => {
    for (const from of ['2027-01', '2027-09']) {
      const document = calendar({ from: parseYearMonth(from) as YearMonth });
      const list = Array.from({ length: 12 }, (_, n) =>
        picture(n, { takenOn: day(((n * 5) % 12) + 1, 1 + n * 2, 2010 + n) }),
      );
      const cover = picture(99, { widthPx: 9000, heightPx: 9000 });
      const filled = autofill({ document, pictures: [...list, cover] });
      expect(filled.cover.slots[0]?.pictureId).toBe(cover.id);
      const first = Number(from.slice(5));
      expect(monthsTaken(filled, list)).toEqual(
        Array.from({ length: 12 }, (_, n) => ((first - 1 + n) % 12) + 1),
      );
    }
  });

  it('spreads pictures of one month to its neighbours, round the turn of the year too', () => {
    const list = [
      ...[3, 14, 27].map((date, n) => picture(n, { takenOn: day(1, date) })),
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) =>
        picture(month * 10, { takenOn: day(month) }),
      ),
    ];
    const filled = autofill({ document: calendar(), pictures: list });
    const months = monthsTaken(filled, list);
    expect(months[0]).toBe(1);
    expect(months[11]).toBe(1);
  });

  it('prefers pictures of the month over those without a day', () => {
    const dated = [1, 5, 9].map((month) => picture(month, { takenOn: day(month) }));
    const undated = Array.from({ length: 20 }, (_, n) => picture(100 + n));
    const list = [...undated, ...dated];
    const months = monthsTaken(autofill({ document: calendar(), pictures: list }), list);
    expect([months[0], months[4], months[8]]).toEqual([1, 5, 9]);
  });

  it('keeps pictures without a day in the order in which they are given', () => {
    const list = pictures(12);
    const document = calendar();
    document.cover = { ...emptyPage(), slots: slotsOf(aSlot(id(77))) };
    const filled = autofill({ document, pictures: list });
    expect(names(filled).slice(1)).toEqual(list.map((one) => one.id));
  });
});

describe('the shape', () => {
  it('puts upright pictures into upright slots and broad ones into broad slots', () => {
    const document = calendar({ monthCount: 6 });
    document.pages = document.pages.map((page, at) => ({
      ...page,
      layoutId: at % 2 === 0 ? 'photo-full' : 'photo-above',
    }));
    const list = Array.from({ length: 6 }, (_, n) =>
      n < 3 ? picture(n) : picture(n, { widthPx: 4000, heightPx: 6000 }),
    );
    document.cover = { ...emptyPage(), slots: slotsOf(aSlot(id(77))) };
    const filled = autofill({ document, pictures: list });
    const upright = names(filled)
      .slice(1)
      .map((name) => list.findIndex((one) => one.id === name) >= 3);
    expect(upright).toEqual([true, false, true, false, true, false]);
  });

  it('gives the cover the largest picture of its own shape', () => {
    const shapes = {
      'wall-a3-portrait': { night: [4000, 5700], split: [5000, 5000] },
      'wall-a4-landscape': { night: [5700, 4000], split: [4400, 5000] },
    } as const;
    for (const [formatId, themes] of Object.entries(shapes)) {
      for (const [cover, [widthPx, heightPx]] of Object.entries(themes)) {
        const themeId = cover === 'night' ? 'evening' : 'meridian';
        const suits = picture(50, { widthPx, heightPx });
        const small = picture(51, { widthPx: widthPx / 3, heightPx: heightPx / 3 });
        const other = picture(52, { widthPx: 9000, heightPx: 2000 });
        const rest = Array.from({ length: 12 }, (_, n) =>
          picture(n, { widthPx: 3000, heightPx: 2000 }),
        );
        const document = calendar({ formatId: formatId as 'wall-a3-portrait', themeId });
        const filled = autofill({ document, pictures: [...rest, small, other, suits] });
        expect(filled.cover.slots[0]?.pictureId, `${formatId} ${themeId}`).toBe(suits.id);
      }
    }
  });

  it('puts a picture with few pixels where it is printed small', () => {
    const document = calendar({ monthCount: 2 });
    document.pages = [
      { ...emptyPage(), layoutId: 'photo-full' },
      { ...emptyPage(), layoutId: 'two-photos' },
    ];
    const few = picture(1, { widthPx: 1400, heightPx: 1650 });
    const list = [few, ...[2, 3, 4].map((n) => picture(n, { widthPx: 5000, heightPx: 5900 }))];
    const filled = autofill({ document, pictures: list });
    expect(filled.pages[1]?.slots.map((slot) => slot?.pictureId)).toContain(few.id);
  });

  it('cuts upright pictures a little above the middle in a broad slot, all others in the middle', () => {
    const cropOf = (widthPx: number, heightPx: number, layoutId: LayoutId) => {
      const list = [picture(1, { widthPx, heightPx })];
      return autofill({ document: calendar({ layoutId }), pictures: list }).pages[0]?.slots[0]
        ?.crop;
    };
    const upright = cropOf(4000, 6000, 'photo-above');
    expect(upright).toMatchObject({ x: 0.5, zoom: 1 });
    expect(upright?.y).toBeGreaterThan(0.35);
    expect(upright?.y).toBeLessThan(0.45);
    expect(cropOf(6000, 4000, 'photo-above')).toEqual(CENTRED);
    expect(cropOf(9000, 3000, 'photo-above')).toEqual(CENTRED);
    expect(cropOf(4000, 6000, 'photo-full')?.x).toBe(0.5);
    expect(cropOf(2000, 6000, 'photo-full')?.y).toBeLessThan(0.45);
  });
});

describe('filling again', () => {
  it('replaces the photos of every page but the locked ones', () => {
    const list = Array.from({ length: 13 }, (_, n) => picture(n));
    const first = autofill({ document: calendar(), pictures: list });
    const other = Array.from({ length: 13 }, (_, n) => picture(n + 50));
    const locked = lockPages(first, [COVER_PAGE, 4], true);
    const again = autofill({ document: locked, pictures: other, isAgain: true });
    expect(again.cover).toBe(locked.cover);
    expect(again.pages[4]).toBe(locked.pages[4]);
    const old = new Set(list.map((one) => one.id));
    const kept = picturesIn(again).filter((one) => old.has(one));
    expect(kept).toHaveLength(2);
    expect(picturesIn(again)).toHaveLength(13);
  });

  it('places nothing on the pages that a poster does not print', () => {
    const list = Array.from({ length: 5 }, (_, n) => picture(n));
    const poster = { ...calendar(), formatId: 'poster-a2-portrait' as const };
    const filled = autofill({ document: poster, pictures: list });
    expect(picturesIn(filled)).toHaveLength(1);
    expect(filled.pages).toEqual(poster.pages);
  });
});

describe('more pictures than slots', () => {
  it('leaves out blurred ones and further shots of a scene', () => {
    const sharp = Array.from({ length: 13 }, (_, n) =>
      picture(n * 2, { sharpness: 30, perceptualHash: `${(n + 1).toString(16)}`.repeat(16) }),
    );
    const list = sharp.flatMap((one, n) => [
      one,
      n % 2 === 0
        ? { ...one, id: id(n * 2 + 1) }
        : picture(n * 2 + 1, { sharpness: 1, perceptualHash: '0123456789abcdef' }),
    ]);
    const chosen = picturesIn(autofill({ document: calendar(), pictures: list }));
    expect(new Set(chosen)).toEqual(new Set(sharp.map((one) => one.id)));
  });

  it('takes pictures of many days rather than many of one day', () => {
    const wedding = Array.from({ length: 40 }, (_, n) => picture(n, { takenOn: day(7, 10) }));
    const others = Array.from({ length: 12 }, (_, n) =>
      picture(100 + n, { takenOn: day(n + 1, 20) }),
    );
    const chosen = picturesIn(
      autofill({ document: calendar(), pictures: [...wedding, ...others] }),
    );
    expect(chosen.filter((one) => one >= id(100)).length).toBeGreaterThanOrEqual(11);
  });

  it('takes them from the whole set, not from its beginning', () => {
    const chosen = picturesIn(autofill({ document: calendar(), pictures: pictures(130) }));
    const numbers = chosen.map((one) => Number(one.slice(4))).sort((a, b) => a - b);
    expect(numbers[0]).toBeLessThan(20);
    expect(numbers.at(-1)).toBeGreaterThan(110);
  });

  it('chooses from a full library in a moment', () => {
    const list = Array.from({ length: 2000 }, (_, n) =>
      picture(n, {
        widthPx: 2000 + ((n * 37) % 4000),
        takenOn: n % 3 ? day((n % 12) + 1, (n % 28) + 1) : null,
        perceptualHash: ((BigInt(n) * 0x9e3779b97f4a7c15n) % 2n ** 64n)
          .toString(16)
          .padStart(16, '0'),
      }),
    );
    const document = calendar({
      monthCount: MONTHS_MAX,
      pages: Array.from({ length: MONTHS_MAX }, emptyPage),
      layoutId: 'two-photos',
    });
    const before = performance.now();
    expect(picturesIn(autofill({ document, pictures: list }))).toHaveLength(2 * MONTHS_MAX + 1);
    expect(performance.now() - before).toBeLessThan(5_000);
  }, 30_000);
});
