import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsFor, spreadAround } from '@/components/calendars/editor/spread';
import { nextZoom, ZOOM_STEPS } from '@/components/calendars/editor/zoom-steps';
import { pageCountOf } from '@/lib/calendars/page-plan';

const calendar = {
  formatId: 'wall-a3-portrait' as const,
  monthCount: 12,
  hasOverview: true,
  notesPages: 2,
};

describe('pages side by side', () => {
  it('count months off from the first one, and keep what is before and after apart', () => {
    expect(spreadAround(calendar, 0, 'pair')).toEqual([0, 1]);
    expect(spreadAround(calendar, 2, 'pair')).toEqual([2, 3]);
    expect(spreadAround(calendar, 3, 'pair')).toEqual([2, 3]);
    expect(spreadAround(calendar, 9, 'six')).toEqual([8, 9, 10, 11, 12, 13]);
    expect(spreadAround(calendar, 15, 'six')).toEqual([14, 15, 16]);
    expect(spreadAround(calendar, 5, 'one')).toEqual([5]);
  });

  it('show every page in exactly one spread, whatever the calendar', () => {
    fc.assert(
      fc.property(
        fc.record({
          formatId: fc.constantFrom('wall-a3-portrait' as const, 'poster-a2-portrait' as const),
          monthCount: fc.integer({ min: 1, max: 18 }),
          hasOverview: fc.boolean(),
          notesPages: fc.integer({ min: 0, max: 4 }),
        }),
        fc.constantFrom('one' as const, 'pair' as const, 'six' as const),
        (document, spread) => {
          const count = pageCountOf(document);
          for (let index = 0; index < count; index += 1) {
            const together = spreadAround(document, index, spread);
            expect(together).toContain(index);
            for (const other of together) {
              expect(spreadAround(document, other, spread)).toEqual(together);
            }
          }
        },
      ),
    );
  });

  it('lie in rows and columns so that each is as large as it can be', () => {
    const wide = { width: 1200, height: 700 };
    expect(columnsFor(2, 0.7, wide)).toBe(2);
    expect(columnsFor(6, 0.7, wide)).toBe(3);
    expect(columnsFor(6, 1.42, wide)).toBe(3);
    expect(columnsFor(2, 1.42, { width: 390, height: 700 })).toBe(1);
    expect(columnsFor(6, 0.7, { width: 390, height: 600 })).toBe(2);
  });
});

describe('zoom', () => {
  it('goes through all steps and stops at both ends', () => {
    const up: number[] = [];
    for (let zoom = ZOOM_STEPS[0] as number; up.at(-1) !== zoom; zoom = nextZoom(zoom, 1)) {
      up.push(zoom);
    }
    expect(up).toEqual([...ZOOM_STEPS]);
    expect(nextZoom(ZOOM_STEPS[0], -1)).toBe(ZOOM_STEPS[0]);
    expect([nextZoom('fit', 1), nextZoom('fit', -1)]).toEqual([1, 0.5]);
  });
});
