import { describe, expect, it } from 'vitest';
import {
  COVER_PAGE,
  changePage,
  dropPageChoices,
  newDatesOf,
  onlyChangedPage,
  placePicture,
  putDates,
  removeDate,
  setCrop,
  setHolidayShown,
  setMonthCount,
  slotAt,
  swapPages,
  swapSlots,
} from '@/lib/calendars/change-document';
import { CalendarDocumentSchema, CENTRED, DATES_MAX, type OwnDate } from '@/lib/calendars/document';
import { newId } from '@/lib/core/ids';
import { parseMonthDay } from '@/lib/core/plain-date';
import { filledDocument, pictureId, sampleDocument } from './sample-document';

const crop = { x: 0.3, y: 0.6, zoom: 2 };
const birthday = (text: string): OwnDate => ({
  id: newId('eventDate'),
  text,
  kind: 'birthday',
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
    expect(slotAt(after, second)).toEqual({ pictureId: pictureId(0), crop });
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

  it('recognises dates that are in the calendar already', () => {
    const { document } = putDates(sampleDocument(), [birthday('Olena')]);
    const { fresh, known } = newDatesOf(document, [
      birthday('Olena '),
      birthday('Taras'),
      birthday('Taras'),
    ]);
    expect(fresh.map(({ text }) => text)).toEqual(['Taras']);
    expect(known).toHaveLength(2);
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
    const hidden = setHolidayShown(sampleDocument(), keys, false);
    expect(hidden.hiddenHolidays).toEqual(['UA:12-25']);
    const other = setHolidayShown({ ...hidden, hiddenHolidays: ['PL:12-25', 'x'] }, keys, true);
    expect(other.hiddenHolidays).toEqual(['x']);
  });
});
