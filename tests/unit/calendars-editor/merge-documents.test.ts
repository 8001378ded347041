import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changePage,
  putDates,
  removeDate,
  setMonthCount,
  setPeople,
} from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  COVER_PAGE,
  type OwnDate,
} from '@/lib/calendars/document';
import {
  MERGE_GROUPS,
  type MergePart,
  type MergeSide,
  mergeDocuments,
  planMerge,
} from '@/lib/calendars/merge-documents';
import { newId } from '@/lib/core/ids';
import { plainDate } from '@/lib/core/plain-date';
import { UNMARKED } from '../../support/documents';
import { filledDocument } from './sample-document';

const date = (text: string): OwnDate => ({
  id: newId('eventDate'),
  text,
  kind: 'other',
  ...UNMARKED,
  when: { every: 'once', date: plainDate(2027, 10, 9) },
});

/** What would be taken without anybody deciding. */
function proposed(mine: CalendarDocument, theirs: CalendarDocument, base: CalendarDocument | null) {
  const plan = planMerge(mine, theirs, base);
  return mergeDocuments(mine, theirs, base, new Map(plan.map(({ part, side }) => [part, side])));
}

describe('putting two versions of a calendar together', () => {
  it('takes each page from the side that changed it, and asks nothing', () => {
    const base = filledDocument();
    const mine = changePage(base, 3, { caption: 'Mine' });
    const theirs = changePage(changePage(base, 5, { caption: 'Theirs' }), COVER_PAGE, {
      themeId: 'evening',
    });
    expect(planMerge(mine, theirs, base)).toEqual([
      { part: COVER_PAGE, side: 'theirs', isClash: false },
      { part: 3, side: 'mine', isClash: false },
      { part: 5, side: 'theirs', isClash: false },
    ]);
    const merged = proposed(mine, theirs, base);
    expect(merged.pages[3]?.caption).toBe('Mine');
    expect(merged.pages[5]?.caption).toBe('Theirs');
    expect(merged.cover.themeId).toBe('evening');
  });

  it('calls it a clash where both changed the same, or where nobody knows what was before', () => {
    const base = filledDocument();
    const mine = changePage({ ...base, title: 'A' }, 3, { caption: 'Mine' });
    const theirs = changePage({ ...base, title: 'B' }, 3, { caption: 'Theirs' });
    expect(planMerge(mine, theirs, base)).toEqual([
      { part: 'words', side: 'mine', isClash: true },
      { part: 3, side: 'mine', isClash: true },
    ]);
    expect(planMerge(changePage(base, 1, { caption: 'x' }), base, null)).toEqual([
      { part: 1, side: 'mine', isClash: true },
    ]);
  });

  it('keeps the dates that either side added and drops those that either removed', () => {
    const [first, second, mineNew, theirsNew] = ['1', '2', 'mine', 'theirs'].map(date) as [
      OwnDate,
      OwnDate,
      OwnDate,
      OwnDate,
    ];
    const base = putDates(filledDocument(), [first, second]).document;
    const mine = putDates(removeDate(base, first.id), [mineNew]).document;
    const theirs = putDates(base, [theirsNew, { ...second, text: 'two' }]).document;
    expect(planMerge(mine, theirs, base)).toEqual([{ part: 'dates', side: 'both', isClash: true }]);
    expect(proposed(mine, theirs, base).dates.map(({ text }) => text)).toEqual([
      'two',
      'mine',
      'theirs',
    ]);
    // Without what was before, nothing counts as removed.
    expect(proposed(mine, theirs, null).dates.map(({ text }) => text)).toEqual([
      '2',
      'mine',
      '1',
      'theirs',
    ]);
  });

  it('takes months with their pages from the side that has them', () => {
    const base = filledDocument();
    const longer = changePage(setMonthCount(base, 14), 13, { caption: 'New' });
    const mine = changePage(base, 0, { caption: 'Mine' });
    const merged = proposed(mine, longer, base);
    expect(merged.monthCount).toBe(14);
    expect(merged.pages[0]?.caption).toBe('Mine');
    expect(merged.pages[13]?.caption).toBe('New');
    const shorter = proposed(mine, setMonthCount(base, 6), base);
    expect(shorter.pages).toHaveLength(6);
  });

  it('leaves no date in the column of somebody who is gone', () => {
    const people = [{ id: 'p1', name: 'Ira', colour: '#aa3311' as const }];
    const base = setPeople(filledDocument(), people);
    const mine = putDates(base, [{ ...date('Ira'), personId: 'p1' }]).document;
    const merged = proposed(mine, setPeople(base, []), base);
    expect(merged.people).toEqual([]);
    expect(merged.dates.map(({ personId }) => personId)).toEqual([null]);
  });

  it('is one of the two sides when everything is taken from it, and always a valid calendar', () => {
    const anyChange = fc.record({
      title: fc.constantFrom('A', 'B'),
      monthCount: fc.integer({ min: 1, max: 18 }),
      caption: fc.constantFrom('', 'x', 'y'),
      page: fc.integer({ min: COVER_PAGE, max: 0 }),
      texts: fc.array(fc.constantFrom('d1', 'd2', 'd3'), { maxLength: 3 }),
    });
    const made = (change: typeof anyChange extends fc.Arbitrary<infer T> ? T : never) => {
      const { title, monthCount, caption, page, texts } = change;
      const sized = setMonthCount({ ...filledDocument(), title }, monthCount);
      return putDates(changePage(sized, page, { caption }), texts.map(date)).document;
    };
    const anySide = fc.constantFrom<MergeSide>('mine', 'theirs', 'both');
    fc.assert(
      fc.property(
        anyChange,
        anyChange,
        fc.array(anySide, { minLength: 30, maxLength: 30 }),
        (a, b, chosen) => {
          const [mine, theirs] = [made(a), made(b)];
          const plan = planMerge(mine, theirs, null);
          const all = (side: MergeSide) => new Map(plan.map(({ part }) => [part, side]));
          expect(mergeDocuments(mine, theirs, null, all('mine'))).toEqual(mine);
          expect(mergeDocuments(mine, theirs, null, all('theirs'))).toEqual(theirs);
          const sides = new Map<MergePart, MergeSide>(
            plan.map(({ part }, index) => [part, chosen[index] ?? 'mine']),
          );
          const merged = mergeDocuments(mine, theirs, null, sides);
          expect(CalendarDocumentSchema.parse(merged)).toEqual(merged);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('covers every field of the document', () => {
    const base = filledDocument();
    const parts = new Set<MergePart>();
    for (const key of Object.keys(base) as (keyof CalendarDocument)[]) {
      if (key === 'schemaVersion' || key === 'pages') continue;
      const plan = planMerge(base, { ...base, [key]: null } as never, base);
      expect(plan).toEqual([{ part: expect.anything(), side: 'theirs', isClash: false }]);
      for (const { part } of plan) parts.add(part);
    }
    expect(parts.size).toBe(MERGE_GROUPS.length + 1);
  });
});
