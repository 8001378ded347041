import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  CURRENCIES,
  formatMoney,
  money,
  splitMoney,
  taxIncludedIn,
  timesMoney,
} from '@/lib/core/money';

describe('money', () => {
  it('splits without losing or inventing a cent, each part within one of its exact share', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
      .filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (amount, shares) => {
        const parts = splitMoney(money(amount, 'EUR'), shares);
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, part) => a + part.amountMinor, 0)).toBe(amount);
        parts.forEach((part, i) => {
          const exact = (amount * (shares[i] as number)) / sum;
          expect(Math.abs(part.amountMinor - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  it('of two currencies is never added', () => {
    expect(() => addMoney(money(1, 'EUR'), money(1, 'UAH'))).toThrow(/EUR and UAH/);
  });

  it('is whole minor units and nothing else', () => {
    expect(() => money(12.5, 'EUR')).toThrow();
    expect(() => money(Number.NaN, 'EUR')).toThrow();
    expect(() => timesMoney(money(100, 'EUR'), 1.5)).toThrow();
    expect(() => timesMoney(money(100, 'EUR'), -1)).toThrow();
  });

  it('contains the tax that makes net and tax add up to the price', () => {
    expect(taxIncludedIn(money(12000, 'EUR'), 2000).amountMinor).toBe(2000);
    expect(taxIncludedIn(money(2990, 'EUR'), 1900).amountMinor).toBe(477);
    expect(taxIncludedIn(money(2990, 'EUR'), 0).amountMinor).toBe(0);
  });

  it('is written with the digits of its currency', () => {
    for (const currency of CURRENCIES)
      expect(formatMoney(money(123456, currency), 'en')).toContain('1,234.56');
  });
});
