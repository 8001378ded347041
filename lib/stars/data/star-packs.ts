import type { Currency } from '@/lib/core/money';
import type { TELEGRAM_STARS } from '../pack-price';

type StarPackSeed = {
  slug: string;
  stars: number;
  /** Minor units, tax included; and Telegram Stars. */
  prices: Record<Currency | typeof TELEGRAM_STARS, number>;
};

/**
 * The packs of a new installation: the larger, the less a star costs, in every currency. A face and a first year of
 * pictures take about 150 stars.
 */
export const STAR_PACKS: readonly StarPackSeed[] = [
  {
    slug: 'stars-50',
    stars: 50,
    prices: { UAH: 16900, EUR: 349, USD: 389, PLN: 1499, GBP: 299, XTR: 250 },
  },
  {
    slug: 'stars-120',
    stars: 120,
    prices: { UAH: 34900, EUR: 699, USD: 799, PLN: 2999, GBP: 599, XTR: 500 },
  },
  {
    slug: 'stars-300',
    stars: 300,
    prices: { UAH: 74900, EUR: 1499, USD: 1699, PLN: 6499, GBP: 1299, XTR: 1100 },
  },
  {
    slug: 'stars-700',
    stars: 700,
    prices: { UAH: 149900, EUR: 2999, USD: 3399, PLN: 12999, GBP: 2599, XTR: 2200 },
  },
];

/** Enough to try the studio with a few pictures in a shared style. */
export const SIGN_UP_STARS = 10;
