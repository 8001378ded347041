import { describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { type CalendarDocument, CENTRED, type Crop } from '@/lib/calendars/document';
import { FIX_LABELS, fixFor } from '@/lib/calendars/preflight-fixes';
import type { Id } from '@/lib/core/ids';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import en from '@/lib/i18n/messages/en/preflight.json';
import uk from '@/lib/i18n/messages/uk/preflight.json';
import type { PictureView } from '@/lib/pictures/picture-view';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import { type Preflight, preflightDocument } from '@/lib/print/preflight';
import { pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';
import { pictureId, testDocument } from '../print-pdf/print-fixture';

type Pictures = ReadonlyMap<Id<'picture'>, PictureView>;

/** A library of 24 pictures, of which `testDocument` places the first ones. */
function library(change: (index: number) => Partial<PictureView> = () => ({})): Pictures {
  return new Map(
    Array.from({ length: 24 }, (_, index) => {
      const view: PictureView = {
        id: pictureId(index),
        status: 'READY',
        fileName: `${index}.jpg`,
        widthPx: 6000,
        heightPx: 4500,
        takenOn: null,
        sharpness: 'sharp',
        dominantColour: null,
        seen: { focus: null, faces: [] },
        thumbUrl: null,
        screenUrl: null,
        refusalCode: null,
        refusalParams: {},
        usedIn: [],
        isSold: false,
        isAi: false,
        ...change(index),
      };
      return [view.id, view] as const;
    }),
  );
}

function check(document: CalendarDocument, pictures: Pictures, today?: PlainDate): Preflight {
  const input = {
    document,
    entries: dayEntriesOf(document),
    pictures: new Map(
      [...pictures].map(([id, { widthPx, heightPx, seen }]) => {
        return [id, { widthPx: widthPx ?? 1, heightPx: heightPx ?? 1, faces: seen.faces }] as const;
      }),
    ),
    fonts: loadFontBook(),
    themes: [],
    press: pressOf('europe'),
  };
  return preflightDocument(layoutCalendar(input), input, today ?? null);
}

/** Mends the first finding of a rule, and tells what is left. */
function mend(rule: string, document: CalendarDocument, pictures: Pictures, today?: PlainDate) {
  const finding = check(document, pictures, today).findings.find((one) => one.rule === rule);
  expect(finding, rule).toBeDefined();
  const fix = finding ? fixFor(finding, document, pictures) : null;
  const after = fix?.change(document) ?? document;
  const left = check(after, pictures, today).findings.map((one) => one.rule);
  return { label: fix?.label ?? null, after, left };
}

function withCrop(crop: Partial<Crop>, choices: Parameters<typeof testDocument>[0] = {}) {
  const document = testDocument({ monthCount: 1, ...choices });
  const slot = { pictureId: pictureId(1), crop: { ...CENTRED, ...crop }, filter: 'none' as const };
  const pages = document.pages.map((page) => {
    return { ...page, slots: [slot, ...page.slots.slice(1)] };
  });
  return { ...document, pages };
}

describe('fixes of what preflight finds', { timeout: 30_000 }, () => {
  it('are each named on their button', () => {
    for (const messages of [en, uk]) {
      expect(Object.keys(messages.fix).toSorted()).toEqual([...FIX_LABELS].toSorted());
    }
  });

  it('zoom out as far as the picture needs, and no farther', () => {
    const pictures = library(() => ({ widthPx: 4000, heightPx: 3000 }));
    const { label, after, left } = mend('picture-too-coarse', withCrop({ zoom: 4 }), pictures);
    expect([label, left]).toEqual(['zoom_out', []]);
    const zoom = after.pages[0]?.slots[0]?.crop.zoom ?? 0;
    expect(zoom).toBeGreaterThan(1.2);
    expect(zoom).toBeLessThan(4);
  });

  it('take a layout with a smaller picture where zooming out is not enough', () => {
    const pictures = library((index) => (index === 1 ? { widthPx: 2300, heightPx: 1750 } : {}));
    const document = withCrop({}, { layoutId: 'photo-full' });
    const { label, after, left } = mend('picture-coarse', document, pictures);
    expect(label).toBe('smaller_slot');
    expect(left).toEqual([]);
    expect(after.pages[0]?.layoutId).not.toBeNull();
  });

  it('move a face from under the band, the holes and the edge', () => {
    const face = (x: number, y: number) =>
      library((index) => {
        const faces = [{ x, y, width: 0.1, height: 0.13 }];
        return index === 1 ? { widthPx: 6000, heightPx: 6000, seen: { focus: null, faces } } : {};
      });
    const covered = mend('face-covered', withCrop({}, { layoutId: 'photo-full' }), face(0.45, 0.5));
    expect(covered).toMatchObject({ label: 'move_crop', left: [] });
    const holed = mend('face-in-binding', withCrop({ y: 0.6 }), face(0.45, 0.38));
    expect(holed).toMatchObject({ label: 'move_crop', left: [] });
    const turned = withCrop({ zoom: 1.6, quarterTurns: 1, isMirrored: true, x: 0.33, y: 0.5 });
    const cut = mend('face-cut', turned, face(0.45, 0.0));
    expect(cut).toMatchObject({ label: 'move_crop', left: [] });
    expect(cut.after.pages[0]?.slots[0]?.crop).toMatchObject({ quarterTurns: 1, isMirrored: true });
  });

  it('fill an empty place with a picture that is nowhere yet', () => {
    const document = testDocument({ monthCount: 3 });
    const empty = document.pages.map((page) => {
      return { ...page, slots: [null, ...page.slots.slice(1)] };
    });
    const { label, after, left } = mend('empty-slot', { ...document, pages: empty }, library());
    expect(label).toBe('fill');
    expect(left.filter((rule) => rule === 'empty-slot')).toHaveLength(2);
    const placed = after.pages[0]?.slots[0]?.pictureId;
    expect(empty.flatMap((page) => page.slots).some((slot) => slot?.pictureId === placed)).toBe(
      false,
    );
  });

  it('take a layout with fewer pictures where the library has no more', () => {
    const document = testDocument({ monthCount: 1, layoutId: 'three-photos' });
    const pages = document.pages.map((page) => {
      return { ...page, slots: page.slots.map((slot, index) => (index === 0 ? slot : null)) };
    });
    const few = new Map([...library()].slice(0, 1));
    const covered = { ...document.cover, slots: pages[0]?.slots ?? document.cover.slots };
    const { label, left } = mend('empty-slot', { ...document, cover: covered, pages }, few);
    expect([label, left]).toEqual(['fewer_slots', []]);
  });

  it('put another picture where one is there twice', () => {
    const document = testDocument({ monthCount: 3 });
    const pages = document.pages.map((page) => ({ ...page, slots: document.cover.slots }));
    const { label, after } = mend('picture-repeated', { ...document, pages }, library());
    expect(label).toBe('another_picture');
    expect(after.pages[0]?.slots[0]?.pictureId).toBe(pictureId(0));
    expect(after.pages[1]?.slots[0]?.pictureId).not.toBe(pictureId(0));
  });

  it('correct the year of a title, and move a calendar that is over', () => {
    const titled = { ...testDocument(), title: 'Family 2026', subtitle: '2026, a good year' };
    const { label, after } = mend('year-in-title', titled, library());
    expect([label, after.title, after.subtitle]).toEqual([
      'title_year',
      'Family 2027',
      titled.subtitle,
    ]);
    const today = parsePlainDate('2029-03-05') ?? undefined;
    const moved = mend('year-passed', testDocument(), library(), today);
    expect([moved.label, moved.after.from, moved.left]).toEqual(['next_year', '2029-01', []]);
  });

  it('move a date into the calendar, but not to a day that it does not have', () => {
    const document = testDocument({ monthCount: 12 });
    const dated = (date: string): CalendarDocument => ({
      ...document,
      dates: [
        {
          id: `evd_${'a'.repeat(36)}`,
          text: 'Concert',
          kind: 'other',
          icon: null,
          colour: null,
          picture: null,
          personId: 'gone',
          when: { every: 'once', date: parsePlainDate(date) as PlainDate },
        },
      ],
    });
    const { label, after, left } = mend('date-outside', dated('2026-07-04'), library());
    expect([label, left]).toEqual(['move_date', ['person-missing']]);
    expect(after.dates[0]?.when).toEqual({ every: 'once', date: '2027-07-04' });
    expect(mend('date-outside', dated('2024-02-29'), library()).label).toBeNull();
    expect(mend('person-missing', dated('2027-07-04'), library()).left).toEqual([]);
  });

  it('leave out characters that cannot be printed, unless nothing would be left', () => {
    const titled = { ...testDocument(), title: 'Summer 🌞 2027' };
    const { label, after, left } = mend('missing-glyphs', titled, library());
    expect([label, after.title, left]).toEqual(['leave_out', 'Summer 2027', []]);
  });

  it('change nothing in the document that they were made from', () => {
    const document = withCrop({ zoom: 4 });
    const before = structuredClone(document);
    mend(
      'picture-too-coarse',
      document,
      library(() => ({ widthPx: 4000, heightPx: 3000 })),
    );
    expect(document).toEqual(before);
  });
});
