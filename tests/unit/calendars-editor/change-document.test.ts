import { describe, expect, it } from 'vitest';
import {
  changePage,
  clearPages,
  copyStyle,
  designedPagesOf,
  dropPageChoices,
  lockPages,
  onlyChangedPage,
  placePicture,
  putDates,
  removeDate,
  setCrop,
  setHolidayShown,
  setLayout,
  setMonthCount,
  setPageFilter,
  setPeople,
  setTheme,
  slotAt,
  swapPages,
  swapSlots,
} from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  CENTRED,
  COVER_PAGE,
  DATES_MAX,
  type OwnDate,
} from '@/lib/calendars/document';
import { newId } from '@/lib/core/ids';
import { parseMonthDay } from '@/lib/core/plain-date';
import { UNMARKED } from '../../support/documents';
import { filledDocument, pictureId, sampleDocument } from './sample-document';

const crop = { ...CENTRED, x: 0.3, y: 0.6, zoom: 2 };
const birthday = (text: string): OwnDate => ({
  id: newId('eventDate'),
  text,
  kind: 'birthday',
  ...UNMARKED,
  when: {
    every: 'year',
    monthDay: parseMonthDay('05-14') ?? ('' as never),
    sinceYear: 1987,
    leapRule: 'feb-28',
  },
});

describe('changing a calendar document', () => {
  it('places a picture centred and leaves all other pages untouched', () => {
    const before = filledDocument();
    const after = placePicture(before, { pageIndex: 1, slotIndex: 1 }, pictureId(9));
    expect(slotAt(after, { pageIndex: 1, slotIndex: 1 })).toEqual({
      pictureId: pictureId(9),
      crop: CENTRED,
      filter: 'none',
    });
    expect(after.pages[0]).toBe(before.pages[0]);
    expect(after.cover).toBe(before.cover);
    expect(CalendarDocumentSchema.parse(after)).toEqual(after);
  });

  it('keeps the crop when the picture that is there already is placed again', () => {
    const ref = { pageIndex: 0, slotIndex: 0 };
    const cropped = setCrop(filledDocument(), ref, crop);
    expect(placePicture(cropped, ref, pictureId(1))).toBe(cropped);
  });

  it('moves pictures between pages with their crops', () => {
    const cover = { pageIndex: COVER_PAGE, slotIndex: 0 };
    const second = { pageIndex: 1, slotIndex: 0 };
    const after = swapSlots(setCrop(filledDocument(), cover, crop), cover, second);
    expect(slotAt(after, second)).toEqual({ pictureId: pictureId(0), crop, filter: 'none' });
    expect(slotAt(after, cover)?.pictureId).toBe(pictureId(2));
    const empty = { pageIndex: 8, slotIndex: 0 };
    const moved = swapSlots(after, second, empty);
    expect(slotAt(moved, second)).toBeNull();
    expect(slotAt(moved, empty)?.crop).toEqual(crop);
  });

  it('swaps the two places of one page', () => {
    const a = { pageIndex: 0, slotIndex: 0 };
    const b = { pageIndex: 0, slotIndex: 1 };
    const after = swapSlots(placePicture(filledDocument(), b, pictureId(7)), a, b);
    expect(slotAt(after, a)?.pictureId).toBe(pictureId(7));
    expect(slotAt(after, b)?.pictureId).toBe(pictureId(1));
  });

  it('swaps pictures and captions of two months and keeps their own looks', () => {
    const before = changePage(changePage(filledDocument(), 0, { caption: 'Sea' }), 2, {
      themeId: 'evening',
    });
    const after = swapPages(before, 0, 2);
    expect(after.pages[2]).toMatchObject({ caption: 'Sea', themeId: 'evening' });
    expect(after.pages[2]?.slots[0]?.pictureId).toBe(pictureId(1));
    expect(after.pages[0]?.slots[0]?.pictureId).toBe(pictureId(3));
    expect(swapPages(after, 0, 2)).toEqual(before);
  });

  it('stays valid with more and with fewer months', () => {
    const longer = setMonthCount(filledDocument(), 18);
    expect(CalendarDocumentSchema.parse(longer).pages).toHaveLength(18);
    const shorter = setMonthCount(longer, 2);
    expect(CalendarDocumentSchema.parse(shorter).pages).toEqual(longer.pages.slice(0, 2));
  });

  it('gives every page the look of the calendar again', () => {
    const before = changePage(sampleDocument(), 3, { layoutId: 'photo-full', themeId: 'evening' });
    expect(dropPageChoices(before, 'layoutId').pages[3]).toMatchObject({
      layoutId: null,
      themeId: 'evening',
    });
  });

  it('never holds more dates than fit and says how many it left out', () => {
    const many = Array.from({ length: DATES_MAX + 5 }, (_, index) => birthday(`N${index}`));
    const { document, leftOut } = putDates(sampleDocument(), many);
    expect(document.dates).toHaveLength(DATES_MAX);
    expect(leftOut).toBe(5);
  });

  it('replaces a date by its id and removes it', () => {
    const date = birthday('Olena');
    const { document } = putDates(sampleDocument(), [date]);
    const changed = putDates(document, [{ ...date, text: 'Olenka' }]).document;
    expect(changed.dates.map(({ text }) => text)).toEqual(['Olenka']);
    expect(removeDate(changed, date.id).dates).toEqual([]);
  });

  it('knows the one page that a step has changed', () => {
    const before = filledDocument();
    expect(onlyChangedPage(before, changePage(before, 4, { caption: 'x' }))).toBe(4);
    expect(onlyChangedPage(before, changePage(before, COVER_PAGE, { caption: 'x' }))).toBe(-1);
    expect(onlyChangedPage(before, swapPages(before, 0, 1))).toBeNull();
    expect(onlyChangedPage(before, { ...before, title: 'x' })).toBeNull();
    expect(onlyChangedPage(before, setMonthCount(before, 13))).toBeNull();
  });

  it('hides and shows a holiday that several countries share', () => {
    const keys = ['UA:12-25', 'PL:12-25'];
    const shared = { keys, isUsual: true };
    const hidden = setHolidayShown(sampleDocument(), shared, false);
    expect(hidden.hiddenHolidays).toEqual(['UA:12-25']);
    const other = setHolidayShown({ ...hidden, hiddenHolidays: ['PL:12-25', 'x'] }, shared, true);
    expect(other.hiddenHolidays).toEqual(['x']);
    expect(other.shownHolidays).toEqual([]);
  });

  it('notes a holiday that is not printed usually only when it is switched on', () => {
    const school = { keys: ['DE:summer'], isUsual: false };
    const shown = setHolidayShown(sampleDocument(), school, true);
    expect(shown).toMatchObject({ hiddenHolidays: [], shownHolidays: ['DE:summer'] });
    const again = setHolidayShown(shown, school, false);
    expect(again).toMatchObject({ hiddenHolidays: [], shownHolidays: [] });
  });

  it('stores the look of the calendar as none of a page’s own', () => {
    const before = filledDocument();
    const full = setLayout(before, [COVER_PAGE, 1, 2], 'photo-full');
    expect(full.pages[1]?.layoutId).toBe('photo-full');
    expect(full.cover).toBe(before.cover);
    expect(setLayout(full, [1, 2], before.layoutId)).toEqual(before);
    const dark = setTheme(before, [COVER_PAGE, 1], 'evening');
    expect([dark.cover.themeId, dark.pages[1]?.themeId]).toEqual(['evening', 'evening']);
    expect(dark.pages[2]).toBe(before.pages[2]);
    expect(setTheme(dark, [COVER_PAGE, 1], before.themeId)).toEqual(before);
  });

  it('copies a style without touching photos, crops and words', () => {
    const before = changePage(
      setPageFilter(setLayout(filledDocument(), [0], 'two-photos'), [0], 'warm'),
      1,
      { caption: 'Sea' },
    );
    const after = copyStyle(setTheme(before, [0], 'evening'), 0, designedPagesOf(before));
    expect(after.pages[1]).toMatchObject({
      layoutId: 'two-photos',
      themeId: 'evening',
      caption: 'Sea',
    });
    expect(after.pages[1]?.slots[0]).toEqual({
      pictureId: pictureId(2),
      crop: CENTRED,
      filter: 'warm',
    });
    expect(after.cover).toMatchObject({ layoutId: null, themeId: 'evening' });
    expect(CalendarDocumentSchema.parse(after)).toEqual(after);
  });

  it('locks pages and empties only the others', () => {
    const locked = lockPages(filledDocument(), [1], true);
    expect(locked.pages.map(({ isLocked }) => isLocked).filter(Boolean)).toHaveLength(1);
    const cleared = clearPages(locked, [COVER_PAGE, 0]);
    expect(cleared.pages[0]?.slots.every((slot) => slot === null)).toBe(true);
    expect(cleared.pages[1]).toBe(locked.pages[1]);
  });

  it('gives the dates of somebody who left the planner to everybody', () => {
    const people = [
      { id: 'p1', name: 'Ira', colour: '#aa3311' as const },
      { id: 'p2', name: 'Max', colour: '#114488' as const },
    ];
    const { document } = putDates(sampleDocument({ people }), [
      { ...birthday('Ira'), personId: 'p1' },
      { ...birthday('Max'), personId: 'p2' },
    ]);
    const after = setPeople(document, people.slice(1));
    expect(after.dates.map(({ personId }) => personId)).toEqual([null, 'p2']);
    expect(setPeople(document, people).dates).toBe(document.dates);
  });

  it('loses nothing on the way to a poster and back', () => {
    const before = putDates(setLayout(filledDocument(8), [2], 'six-photos'), [
      birthday('Ira'),
    ]).document;
    const poster: CalendarDocument = { ...before, formatId: 'poster-a2-portrait' };
    expect(CalendarDocumentSchema.parse(poster)).toEqual(poster);
    expect({ ...poster, formatId: before.formatId }).toEqual(before);
  });
});
