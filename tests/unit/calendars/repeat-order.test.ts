import { describe, expect, it } from 'vitest';
import { repeatOrder } from '@/lib/calendars/repeat-order';

describe('the order of repeats', () => {
  it('brings everybody in before anybody again, and then the farthest', () => {
    expect(repeatOrder(Array(7).fill(null), [0, 1, 2, 3, 4, 5, 6], 3, new Set())).toEqual([
      0, 1, 2, 0, 1, 2, 0,
    ]);
    const row = ['a', null, null, null, null, 'b'];
    expect(repeatOrder(row, [1, 2, 3, 4], 1, new Set(['a', 'b']))).toEqual([0, 'b', 'a', 0]);
    expect(repeatOrder(row, [1, 2], 0, new Set())).toEqual([null, null]);
  });
});
