import { assert } from './assert';

/** Digits after the decimal point, ISO 4217. Never divide by 100 elsewhere. */
export const CURRENCY_DIGITS = { UAH: 2, EUR: 2, USD: 2, PLN: 2, GBP: 2 } as const;

export type Currency = keyof typeof CURRENCY_DIGITS;
export const CURRENCIES = Object.keys(CURRENCY_DIGITS) as Currency[];

/**
 * The least that every till takes, in minor units (Stripe, "Minimum and maximum charge amounts"). It names no hryvnia:
 * there it is what half a dollar, its least in the account's own currency, stays below.
 */
export const LEAST_CHARGE = {
  UAH: 25_00,
  EUR: 50,
  USD: 50,
  PLN: 2_00,
  GBP: 30,
} as const satisfies Record<Currency, number>;

/**
 * The most that every till takes at once, in minor units of any currency: eight digits (Stripe, "Minimum and maximum
 * charge amounts"). Far below what a column of the database holds.
 */
export const LARGEST_CHARGE = 99_999_999;

/** Whether a till takes this amount: a price that is asked for on its own. */
export function isChargeable(amountMinor: number, currency: Currency): boolean {
  return amountMinor >= LEAST_CHARGE[currency] && amountMinor <= LARGEST_CHARGE;
}

/** An amount in the smallest unit of its currency: { amountMinor: 1250, currency: 'EUR' } is 12.50 EUR. */
export type Money = { readonly amountMinor: number; readonly currency: Currency };

export function money(amountMinor: number, currency: Currency): Money {
  assert(Number.isSafeInteger(amountMinor), `${amountMinor} is a whole number of minor units`);
  return { amountMinor, currency };
}

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(CURRENCY_DIGITS, text);
}

export function addMoney(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} are not added`);
  return money(a.amountMinor + b.amountMinor, a.currency);
}

export function timesMoney(unit: Money, quantity: number): Money {
  assert(
    Number.isSafeInteger(quantity) && quantity >= 0,
    `quantity ${quantity} is a whole number, zero or more`,
  );
  return money(unit.amountMinor * quantity, unit.currency);
}

/**
 * The part of `gross` that is tax when tax is contained in the price.
 * @param rateBasisPoints 2000 is 20 %
 */
export function taxIncludedIn(gross: Money, rateBasisPoints: number): Money {
  assert(
    Number.isInteger(rateBasisPoints) && rateBasisPoints >= 0,
    'a tax rate is whole basis points',
  );
  const net = Math.round((gross.amountMinor * 10_000) / (10_000 + rateBasisPoints));
  return money(gross.amountMinor - net, gross.currency);
}

/** Splits by weight so that the parts add up exactly: what rounding leaves over goes to the largest remainders first. */
export function splitMoney(total: Money, weights: readonly number[]): Money[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  assert(sum > 0 && weights.every((w) => w >= 0), 'weights are not negative and not all zero');
  // Exact whatever the size: amount times weight may leave the numbers that a float holds.
  const whole = weights.map((weight) => BigInt(total.amountMinor) * BigInt(weight));
  const parts = whole.map((value) => Number(value / BigInt(sum)));
  let left = total.amountMinor - parts.reduce((a, b) => a + b, 0);
  const byRemainder = whole
    .map((value, index) => ({ index, rest: Number(value % BigInt(sum)) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] as number) + 1;
    left -= 1;
  }
  return parts.map((part) => money(part, total.currency));
}

/** Money as people of `locale` write it: "1 250,00 ₴". For screens and mail only, never for print or arithmetic. */
export function formatMoney(value: Money, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'narrowSymbol',
  }).format(value.amountMinor / 10 ** CURRENCY_DIGITS[value.currency]);
}
