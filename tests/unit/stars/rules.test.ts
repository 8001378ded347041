import { describe, expect, it } from 'vitest';
import { CURRENCIES } from '@/lib/core/money';
import { STAR_PACKS } from '@/lib/stars/data/star-packs';
import { ownersPart, refundableStars, refundMinor } from '@/lib/stars/rules';

describe('giving stars back', () => {
  it('brings back the whole price to the last cent, in whatever parts', () => {
    for (const amountMinor of [1, 99, 349, 1499, 16900]) {
      for (const parts of [[1, 1, 1], [7, 43], [50], [13, 13, 13, 11], [49, 1]]) {
        const stars = parts.reduce((sum, part) => sum + part, 0);
        const books = { stars, amountMinor, refundedStars: 0, refundedMinor: 0 };
        for (const part of parts) {
          books.refundedMinor += refundMinor(books, part);
          books.refundedStars += part;
          expect(books.refundedMinor).toBeLessThanOrEqual(amountMinor);
        }
        expect(books.refundedMinor).toBe(amountMinor);
      }
    }
  });

  it('never gives more than was paid when an earlier part failed and comes again', () => {
    const books = { stars: 7, amountMinor: 100, refundedStars: 0, refundedMinor: 0 };
    const first = refundMinor(books, 3);
    const afterFirst = { ...books, refundedStars: 3, refundedMinor: first };
    const second = refundMinor(afterFirst, 2);
    const afterFailure = { ...books, refundedStars: 2, refundedMinor: second };
    const last = refundMinor(afterFailure, 5);
    expect(second + last).toBe(100);
  });

  it('offers no more than is left of the pack, unspent', () => {
    const books = { stars: 50, amountMinor: 349, refundedStars: 20, refundedMinor: 139 };
    expect(refundableStars(books, 100)).toBe(30);
    expect(refundableStars(books, 4)).toBe(4);
    expect(refundableStars({ ...books, refundedStars: 50 }, 100)).toBe(0);
  });
});

it('a shared style earns seven tenths, rounded down', () => {
  expect([0, 1, 2, 3, 10, 100].map(ownersPart)).toEqual([0, 0, 1, 2, 7, 70]);
});

it('a larger pack has cheaper stars in every currency', () => {
  for (const currency of CURRENCIES) {
    const each = STAR_PACKS.map(({ stars, prices }) => prices[currency] / stars);
    expect(each).toEqual([...each].sort((a, b) => b - a));
    expect(new Set(each).size).toBe(each.length);
  }
});
