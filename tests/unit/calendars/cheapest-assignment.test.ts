import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestAssignment } from '@/lib/calendars/cheapest-assignment';

describe('the cheapest assignment', () => {
  it('is as cheap as the best of all assignments, and gives nobody a column twice', () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((rows) =>
      fc.integer({ min: rows, max: 6 }).chain((columns) =>
        fc.array(fc.array(fc.nat(20), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
    );
    const cheapest = (cost: readonly (readonly number[])[], taken: ReadonlySet<number>): number => {
      const [row, ...rest] = cost;
      if (!row) return 0;
      return Math.min(
        ...row.map((price, column) =>
          taken.has(column) ? Infinity : price + cheapest(rest, new Set([...taken, column])),
        ),
      );
    };
    fc.assert(
      fc.property(table, (cost) => {
        const columns = cheapestAssignment(cost);
        expect(new Set(columns).size).toBe(cost.length);
        const sum = columns.reduce((total, column, row) => total + (cost[row]?.[column] ?? NaN), 0);
        expect(sum).toBe(cheapest(cost, new Set()));
      }),
    );
  });
});
