import type { Currency } from '@/lib/core/money';

/** Tills that a customer may choose for money. Telegram takes its own stars only and is no choice here. */
export const TILLS = ['STRIPE', 'MONOBANK'] as const;
export type TillName = (typeof TILLS)[number];

/** Monobank settles in these (its API's "ccy" 980, 840, 978); Stripe in all that we sell in. */
const MONOBANK_CURRENCIES: readonly Currency[] = ['UAH', 'EUR', 'USD'];

/**
 * Tills that can take this payment, the suggested one first: people in Ukraine, and hryvnias, are at home at Monobank,
 * everybody else with cards at Stripe.
 * @param country where the parcel goes, ISO 3166; null when nothing is sent
 * @param available providers that have a key in this installation
 */
export function tillsFor(wish: {
  currency: Currency;
  country: string | null;
  available: readonly string[];
}): TillName[] {
  const isUkrainian = wish.currency === 'UAH' || wish.country === 'UA';
  const order: readonly TillName[] = isUkrainian ? ['MONOBANK', 'STRIPE'] : TILLS;
  return order.filter(
    (till) =>
      wish.available.includes(till) &&
      (till === 'STRIPE' || MONOBANK_CURRENCIES.includes(wish.currency)),
  );
}
