import {
  CURRENCIES,
  CURRENCY_DIGITS,
  type Currency,
  formatMoney,
  isChargeable,
  LEAST_CHARGE,
} from '@/lib/core/money';

/** Telegram Stars, which are whole and no money. Only star packs are sold for them. */
export const TELEGRAM_STARS = 'XTR';

export const PACK_CURRENCIES = [...CURRENCIES, TELEGRAM_STARS] as const;
export type PackCurrency = Currency | typeof TELEGRAM_STARS;

/** A price in money, in its smallest unit, or in whole Telegram Stars. */
export type PackPrice = { readonly amountMinor: number; readonly currency: PackCurrency };

/** More Telegram Stars than this for one pack is a slip of the finger. */
const XTR_MAX = 100_000;

/** The least that a pack may cost. */
export function leastPackPrice(currency: PackCurrency): PackPrice {
  return { amountMinor: currency === TELEGRAM_STARS ? 1 : LEAST_CHARGE[currency], currency };
}

/** Whether a pack may cost this: what its till takes. */
export function isPackPrice(amountMinor: number, currency: PackCurrency): boolean {
  if (currency !== TELEGRAM_STARS) return isChargeable(amountMinor, currency);
  return amountMinor >= 1 && amountMinor <= XTR_MAX;
}

/** A price as people of `locale` write it: "3,49 €", "250 ★". For screens and messages only. */
export function formatPackPrice({ amountMinor, currency }: PackPrice, locale: string): string {
  if (currency !== TELEGRAM_STARS) return formatMoney({ amountMinor, currency }, locale);
  return `${new Intl.NumberFormat(locale).format(amountMinor)} ★`;
}

/** How the number of a price in this currency is written: 349 in cents is 3.49. */
export function packDigits(currency: PackCurrency): number {
  return currency === TELEGRAM_STARS ? 0 : CURRENCY_DIGITS[currency];
}
