import { expect, it } from 'vitest';
import { hullOf, placedPath } from '@/lib/print/path-tools';

it('moves, scales, mirrors and turns a drawing', () => {
  const d = 'M0 0L2 0Q2 1 1 1C1 1 0 1 0 0Z';
  expect(placedPath(d, { xMm: 10, yMm: 5, scaleX: 2 })).toBe(
    'M10 5L14 5Q14 7 12 7C12 7 10 7 10 5Z',
  );
  expect(placedPath('M0 0L2 1', { xMm: 10, yMm: 5, scaleX: -1, scaleY: 3 })).toBe('M10 5L8 8');
  expect(placedPath('M0 0L2 0', { xMm: 1, yMm: 1, scaleX: 1, turnDeg: 90 })).toBe('M1 1L1 3');
});

it('finds the box of a drawing, handles included', () => {
  expect(hullOf('M-1 2L3 2Q4 -5 0 0Z')).toEqual({ xMm: -1, yMm: -5, widthMm: 5, heightMm: 7 });
});

it.each([
  ['relative commands', 'm0 0l1 1'],
  ['arcs', 'M0 0A1 1 0 0 1 2 2'],
  ['a missing number', 'M0 0L1'],
  ['numbers after a closed outline', 'M0 0L1 1Z5 5'],
])('refuses %s', (_name, d) => {
  expect(() => placedPath(d, { xMm: 0, yMm: 0, scaleX: 1 })).toThrow();
});
