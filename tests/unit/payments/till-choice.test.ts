import { describe, expect, it } from 'vitest';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { tillsFor } from '@/lib/payments/till-choice';

const BOTH = ['STRIPE', 'MONOBANK', 'TELEGRAM'];

describe('the choice of till', () => {
  it.each([
    ['UAH', 'UA', ['MONOBANK', 'STRIPE']],
    ['UAH', 'PL', ['MONOBANK', 'STRIPE']],
    ['UAH', null, ['MONOBANK', 'STRIPE']],
    ['EUR', 'UA', ['MONOBANK', 'STRIPE']],
    ['EUR', 'DE', ['STRIPE', 'MONOBANK']],
    ['USD', null, ['STRIPE', 'MONOBANK']],
    ['PLN', 'PL', ['STRIPE']],
    ['PLN', 'UA', ['STRIPE']],
    ['GBP', 'GB', ['STRIPE']],
  ] satisfies [Currency, string | null, string[]][])(
    'for %s to %s is %j',
    (currency, country, expected) => {
      expect(tillsFor({ currency, country, available: BOTH })).toEqual(expected);
    },
  );

  it('never names a till without a key, and never Telegram', () => {
    for (const currency of CURRENCIES) {
      for (const country of ['UA', 'DE', null]) {
        expect(tillsFor({ currency, country, available: [] })).toEqual([]);
        expect(tillsFor({ currency, country, available: ['TELEGRAM'] })).toEqual([]);
        expect(tillsFor({ currency, country, available: ['STRIPE'] })).toEqual(['STRIPE']);
      }
    }
  });
});
