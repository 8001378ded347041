import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COVER_PAGE, FORMAT_IDS, NOTES_PAGES_MAX } from '@/lib/calendars/document';
import { isPoster, pageCountOf, pagePlan, printIndexOf } from '@/lib/calendars/page-plan';

const anyDocument = fc.record({
  formatId: fc.constantFrom(...FORMAT_IDS),
  monthCount: fc.integer({ min: 1, max: 18 }),
  hasOverview: fc.boolean(),
  notesPages: fc.integer({ min: 0, max: NOTES_PAGES_MAX }),
});

describe('the page plan', () => {
  it('begins with the cover, ends with the back and has every month once, in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        fc.pre(!isPoster(document.formatId));
        const plan = pagePlan(document);
        expect(plan[0]?.role).toBe('cover');
        expect(plan.at(-1)?.role).toBe('back');
        const months = plan.flatMap(({ monthIndex }) => (monthIndex === null ? [] : [monthIndex]));
        expect(months).toEqual(Array.from({ length: document.monthCount }, (_, index) => index));
        expect(plan.filter(({ role }) => role === 'notes')).toHaveLength(document.notesPages);
        expect(plan.some(({ role }) => role === 'overview')).toBe(document.hasOverview);
      }),
    );
  });

  it('is one sheet for a poster, which shows what the cover holds', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        fc.pre(isPoster(document.formatId));
        expect(pageCountOf(document)).toBe(1);
        expect(printIndexOf(document, COVER_PAGE)).toBe(0);
        expect(printIndexOf(document, 0)).toBeNull();
      }),
    );
  });

  it('finds the printed page of every page that can be designed', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const [index, { pageIndex }] of pagePlan(document).entries()) {
          if (pageIndex !== null) expect(printIndexOf(document, pageIndex)).toBe(index);
        }
      }),
    );
  });
});
