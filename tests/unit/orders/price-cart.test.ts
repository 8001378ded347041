import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_IDS } from '@/lib/calendars/document';
import { type Currency, money } from '@/lib/core/money';
import { CATALOGUE, DELIVERY } from '@/lib/orders/catalogue';
import { priceCart } from '@/lib/orders/price-cart';
import { COUNTRY_CODES } from '@/lib/orders/served-countries';

const eur = (amountMinor: number) => money(amountMinor, 'EUR');
const rate = (delivery: number, extra: number, taxBasisPoints: number) => ({
  delivery: eur(delivery),
  extra: eur(extra),
  taxBasisPoints,
});

describe('priceCart', () => {
  it('adds lines and delivery and states the tax contained, not added', () => {
    const priced = priceCart(
      [
        { unit: eur(2990), quantity: 2 },
        { unit: eur(1990), quantity: 1 },
      ],
      rate(790, 150, 1900),
      'EUR',
    );
    expect(priced.items.amountMinor).toBe(7970);
    expect(priced.delivery.amountMinor).toBe(790 + 2 * 150);
    expect(priced.total.amountMinor).toBe(9060);
    // 9060 / 1.19 = 7613.45 net
    expect(priced.tax.amountMinor).toBe(9060 - 7613);
  });

  it('shares the tax out so that the parts add up to the cent, for any cart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            amount: fc.integer({ min: 1, max: 5_000_000 }),
            quantity: fc.integer({ min: 1, max: 99 }),
          }),
          { minLength: 1, maxLength: 20 },
        ),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 2700 }),
        (lines, delivery, extra, tax) => {
          const priced = priceCart(
            lines.map(({ amount, quantity }) => ({ unit: eur(amount), quantity })),
            rate(delivery, extra, tax),
            'EUR',
          );
          const lineTax = priced.lines.reduce((sum, line) => sum + line.tax.amountMinor, 0);
          expect(lineTax + priced.deliveryTax.amountMinor).toBe(priced.tax.amountMinor);
          const lineTotal = priced.lines.reduce((sum, line) => sum + line.total.amountMinor, 0);
          expect(lineTotal).toBe(priced.items.amountMinor);
          expect(priced.items.amountMinor + priced.delivery.amountMinor).toBe(
            priced.total.amountMinor,
          );
          expect(priced.tax.amountMinor).toBeGreaterThanOrEqual(0);
          expect(priced.tax.amountMinor).toBeLessThan(priced.total.amountMinor);
        },
      ),
    );
  });

  it('refuses no lines, quantities that are not whole and positive, and mixed currencies', () => {
    expect(() => priceCart([], rate(0, 0, 0), 'EUR')).toThrow();
    for (const quantity of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => priceCart([{ unit: eur(100), quantity }], rate(0, 0, 0), 'EUR')).toThrow();
    }
    const uah = { unit: money(100, 'UAH' as Currency), quantity: 1 };
    expect(() => priceCart([uah], rate(0, 0, 0), 'EUR')).toThrow();
  });
});

describe('catalogue', () => {
  it('sells every format in every currency, and delivers to every country it can check', () => {
    for (const { prices } of CATALOGUE) {
      for (const amount of Object.values(prices)) expect(amount).toBeGreaterThan(0);
    }
    const sold = new Set(CATALOGUE.map(({ formatId }) => formatId));
    expect([...sold].sort()).toEqual([...FORMAT_IDS].sort());
    for (const code of COUNTRY_CODES)
      expect(DELIVERY[code].taxBasisPoints).toBeGreaterThanOrEqual(0);
    expect(Object.keys(DELIVERY).sort()).toEqual([...COUNTRY_CODES].sort());
  });
});
