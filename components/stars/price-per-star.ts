import { type PackPrice, packDigits, TELEGRAM_STARS } from '@/lib/stars/pack-price';

/**
 * What one star costs in a pack, as people of `locale` write it; below one to a tenth of the smallest coin. For screens
 * only.
 */
export function pricePerStar(price: PackPrice, stars: number, locale: string): string {
  const digits = packDigits(price.currency);
  const each = price.amountMinor / 10 ** digits / stars;
  const shown = each < 1 || digits === 0 ? digits + 1 : digits;
  const fraction = { minimumFractionDigits: shown, maximumFractionDigits: shown };
  if (price.currency === TELEGRAM_STARS) {
    return `${new Intl.NumberFormat(locale, fraction).format(each)} ★`;
  }
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: price.currency,
    currencyDisplay: 'narrowSymbol',
    ...fraction,
  }).format(each);
}
