import { describe, expect, it } from 'vitest';
import {
  changePage,
  placePicture,
  putDates,
  removeDate,
  setCrop,
  setFilter,
  setMonthCount,
  swapPages,
} from '@/lib/calendars/change-document';
import { COMPARED_FIELDS, compareDocuments } from '@/lib/calendars/compare-documents';
import { CENTRED, COVER_PAGE, type OwnDate } from '@/lib/calendars/document';
import { newId } from '@/lib/core/ids';
import { plainDate, yearMonth } from '@/lib/core/plain-date';
import { UNMARKED } from '../../support/documents';
import { filledDocument, pictureId } from './sample-document';

const date = (text: string): OwnDate => ({
  id: newId('eventDate'),
  text,
  kind: 'other',
  ...UNMARKED,
  when: { every: 'once', date: plainDate(2027, 10, 9) },
});

describe('comparing two versions of a calendar', () => {
  it('finds nothing between a document and its copy, whatever order its keys come in', () => {
    const document = putDates(filledDocument(), [date('Wedding')]).document;
    const copy = JSON.parse(
      JSON.stringify(document, (_key, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).reverse())
          : part,
      ),
    );
    expect(compareDocuments(document, copy)).toEqual({
      fields: [],
      dates: { added: [], removed: [], changed: [] },
      people: { added: [], removed: [], changed: [] },
      holidaySets: { added: [], removed: [] },
      holidayChoices: 0,
      pages: [],
      moves: [],
      isEqual: true,
    });
  });

  it('compares every plain field of the document', () => {
    const lists = ['schemaVersion', 'people', 'holidaySets', 'hiddenHolidays', 'shownHolidays'];
    const rest = ['dates', 'cover', 'pages'];
    const fields = Object.keys(filledDocument());
    expect([...COMPARED_FIELDS, ...lists, ...rest].sort()).toEqual(fields.sort());
  });

  it('tells settings with both values', () => {
    const before = filledDocument();
    const after = { ...before, title: 'Sea', from: yearMonth(2028, 1), hasMoonPhases: true };
    expect(compareDocuments(before, after).fields).toEqual([
      { field: 'title', before: 'Our year', after: 'Sea' },
      { field: 'from', before: yearMonth(2027, 9), after: yearMonth(2028, 1) },
      { field: 'hasMoonPhases', before: false, after: true },
    ]);
  });

  it('tells what came, went and changed among the dates', () => {
    const [kept, gone, changed, added] = ['Kept', 'Gone', 'Changed', 'Added'].map(date) as [
      OwnDate,
      OwnDate,
      OwnDate,
      OwnDate,
    ];
    const before = putDates(filledDocument(), [kept, gone, changed]).document;
    const louder = { ...changed, text: 'Louder' };
    const after = putDates(removeDate(before, gone.id), [louder, added]).document;
    expect(compareDocuments(before, after).dates).toEqual({
      added: [added],
      removed: [gone],
      changed: [{ before: changed, after: louder }],
    });
  });

  it('tells for each page what is different on it', () => {
    const before = filledDocument();
    const ref = { pageIndex: 1, slotIndex: 0 };
    const placed = placePicture(before, { pageIndex: 7, slotIndex: 2 }, pictureId(9));
    const cropped = setCrop(placed, ref, { ...CENTRED, zoom: 2 });
    const filtered = setFilter(cropped, { pageIndex: 0, slotIndex: 0 }, 'warm');
    const after = changePage(filtered, COVER_PAGE, { themeId: 'evening' });
    const { pages, moves } = compareDocuments(before, after);
    expect(pages.map(({ pageIndex, fields }) => [pageIndex, fields])).toEqual([
      [COVER_PAGE, ['themeId']],
      [0, []],
      [1, []],
      [7, []],
    ]);
    expect(pages.map(({ slots }) => slots.map(({ kind, slotIndex }) => [kind, slotIndex]))).toEqual(
      [[], [['filtered', 0]], [['cropped', 0]], [['placed', 2]]],
    );
    expect(moves).toEqual([]);
  });

  it('follows photos from page to page', () => {
    const before = filledDocument();
    expect(compareDocuments(before, swapPages(before, 0, 2)).moves).toEqual([
      { pictureId: pictureId(1), from: 0, to: 2 },
      { pictureId: pictureId(3), from: 2, to: 0 },
    ]);
  });

  it('counts switched holidays and names countries that came or went', () => {
    const before = { ...filledDocument(), hiddenHolidays: ['UA:08-24'] };
    const after = {
      ...before,
      hiddenHolidays: [],
      shownHolidays: ['DE:x'],
      holidaySets: [{ country: 'DE', region: 'BY' }],
    };
    expect(compareDocuments(before, after)).toMatchObject({
      holidaySets: { added: ['DE-BY'], removed: [] },
      holidayChoices: 2,
      isEqual: false,
    });
  });

  it('compares only the months that both have', () => {
    const before = filledDocument();
    const { fields, pages } = compareDocuments(before, setMonthCount(before, 2));
    expect(fields).toEqual([{ field: 'monthCount', before: 12, after: 2 }]);
    expect(pages).toEqual([]);
  });
});
