import { expect, test } from 'vitest';
import { fitsLookFilter, LookFilterSchema } from '@/lib/admin/look-filter';

const letterpress = { words: ['letterpress', 'Сімейний рік'], status: null };
const draft = { words: ['own-look', 'Own look'], status: 'DRAFT' as const };
const fits = (wish: object, look: typeof letterpress | typeof draft) =>
  fitsLookFilter(LookFilterSchema.parse(wish), look);

test('a look is found by any part of its names, in any alphabet and case', () => {
  expect(fits({ search: 'PRESS' }, letterpress)).toBe(true);
  expect(fits({ search: 'сімейний' }, letterpress)).toBe(true);
  expect(fits({ search: 'press' }, draft)).toBe(false);
});

test('what staff never touched stands as built in; an unreadable filter shows everything', () => {
  expect(fits({ status: 'BUILT_IN' }, letterpress)).toBe(true);
  expect(fits({ status: 'BUILT_IN' }, draft)).toBe(false);
  expect(fits({ status: 'DRAFT' }, draft)).toBe(true);
  expect(fits({ status: 'nonsense' }, draft)).toBe(true);
});
