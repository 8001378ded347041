import type { Currency } from '@/lib/core/money';
import { asPerson, type Ctx } from '@/lib/db/context';
import { HOME_OF } from '@/lib/i18n/home-of';
import type { Locale } from '@/lib/i18n/locales';
import { countryName } from './address-lines';
import { type CartView, getCart } from './get-cart';
import { type CountryCode, isServed } from './served-countries';
import { findContact, findDeliveredCountries } from './store';

export type CheckoutView = {
  cart: CartView;
  email: string;
  recipient: string;
  /** Where we deliver, by name in the reader's language. */
  countries: { code: CountryCode; name: string }[];
  country: CountryCode;
};

/** What the checkout page starts from: the cart, the countries, and what we already know of the person. */
export async function getCheckout(
  ctx: Ctx,
  wish: { currency: Currency; locale: Locale },
): Promise<CheckoutView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const cart = await getCart(ctx, wish);
  const contact = await findContact(ctx, owner);
  const countries = (await findDeliveredCountries(ctx))
    .filter(isServed)
    .map((code) => ({ code, name: countryName(code, wish.locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, wish.locale));
  const known = contact?.setting?.country;
  const fallback: CountryCode = HOME_OF[wish.locale].country ?? 'DE';
  return {
    cart,
    email: contact?.email ?? '',
    recipient: contact?.name ?? '',
    countries,
    country: known && isServed(known) ? known : fallback,
  };
}
