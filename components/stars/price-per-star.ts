import { CURRENCY_DIGITS, type Money } from '@/lib/core/money';

/**
 * What one star costs in a pack, as people of `locale` write it; below one to a tenth of the smallest coin. For screens
 * only.
 */
export function pricePerStar(price: Money, stars: number, locale: string): string {
  const digits = CURRENCY_DIGITS[price.currency];
  const each = price.amountMinor / 10 ** digits / stars;
  const shown = each < 1 ? digits + 1 : digits;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: price.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(each);
}
