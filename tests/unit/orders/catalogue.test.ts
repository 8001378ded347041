import { describe, expect, it } from 'vitest';
import { FORMAT_IDS } from '@/lib/calendars/document';
import { CURRENCIES } from '@/lib/core/money';
import { CATALOGUE, VOLUME_STEPS, WRAP_PRICES } from '@/lib/orders/catalogue';
import { METHODS } from '@/lib/orders/delivery/methods';
import { DELIVERY, NOVA_POSHTA } from '@/lib/orders/delivery-zones';
import { COUNTRY_CODES } from '@/lib/orders/served-countries';

describe('catalogue', () => {
  it('sells every format and the file in every currency, and delivers to every country it can check', () => {
    for (const { prices } of CATALOGUE) {
      for (const amount of Object.values(prices)) expect(amount).toBeGreaterThan(0);
    }
    const sold = new Set(CATALOGUE.map(({ formatId }) => formatId));
    expect([...sold].sort()).toEqual(['any', ...FORMAT_IDS].sort());
    for (const code of COUNTRY_CODES)
      expect(DELIVERY[code].taxBasisPoints).toBeGreaterThanOrEqual(0);
    expect(Object.keys(DELIVERY).sort()).toEqual([...COUNTRY_CODES].sort());
    for (const currency of CURRENCIES) expect(WRAP_PRICES[currency]).toBeGreaterThan(0);
  });

  it('has a rate for every method of delivery, and steps that get cheaper', () => {
    expect(['post', ...Object.keys(NOVA_POSHTA)].sort()).toEqual(Object.keys(METHODS).sort());
    const shares = VOLUME_STEPS.map(({ basisPoints }) => basisPoints);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(Math.max(...shares)).toBeLessThan(10_000);
  });
});
