import { type Currency, type Money, money } from '@/lib/core/money';
import { dayAt, type PlainDate } from '@/lib/core/plain-date';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { openTills } from '@/lib/payments/open-tills';
import { WORKSHOP_TIME_ZONE } from './arrival-window';
import { readDraft } from './checkout-draft/read-draft';
import { findRatesIn, findWrapIn } from './checkout-store';
import { type DeliveryMethod, deliveryMethod, isMethodOf } from './delivery/methods';
import { type CartView, getCart } from './get-cart';
import { homeOf, namedCountries } from './list-delivered-countries';
import { listAddresses } from './saved-addresses/list-addresses';
import type { SavedAddressView } from './saved-addresses/schema';
import type { CheckoutDraft } from './schema';
import { type CountryCode, isServed } from './served-countries';
import { findContact } from './store';

/** One way to a country: what the first and each further calendar costs and how many working days it takes. */
export type DeliveryChoice = {
  country: CountryCode;
  method: DeliveryMethod;
  first: Money;
  extra: Money;
  daysMin: number;
  daysMax: number;
};

export type CheckoutView = {
  cart: CartView;
  email: string;
  recipient: string;
  /** Where we deliver, by name in the reader's language. */
  countries: { code: CountryCode; name: string }[];
  country: CountryCode;
  /** The cheapest of a country first. */
  choices: DeliveryChoice[];
  /** Of one parcel; null where it is not offered in this currency. */
  wrap: Money | null;
  /** In the workshop: arrivals are counted from it. */
  today: PlainDate;
  addresses: SavedAddressView[];
  draft: CheckoutDraft | null;
  /** Tills that take payments now. */
  tills: string[];
};

/** What the checkout page starts from: the cart, ways and countries, and what we already know of the person. */
export async function getCheckout(
  ctx: Ctx,
  wish: { currency: Currency; locale: Locale },
): Promise<CheckoutView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const cart = await getCart(ctx, wish);
  const contact = await findContact(ctx, owner);
  const choices = await listChoices(ctx, wish.currency);
  const wrap = await findWrapIn(ctx, wish.currency);
  const served = [...new Set(choices.map(({ country }) => country))];
  return {
    cart,
    email: contact?.email ?? '',
    recipient: contact?.name ?? '',
    countries: namedCountries(served, wish.locale),
    country: homeOf(contact?.setting?.country, wish.locale),
    choices,
    wrap: wrap ? money(wrap.amountMinor, wish.currency) : null,
    today: dayAt(ctx.clock.now(), WORKSHOP_TIME_ZONE),
    addresses: await listAddresses(ctx),
    draft: await readDraft(ctx),
    tills: await openTills(ctx),
  };
}

async function listChoices(ctx: Ctx, currency: Currency): Promise<DeliveryChoice[]> {
  return (await findRatesIn(ctx, currency)).flatMap((rate) => {
    const method = deliveryMethod(rate.method);
    if (!isServed(rate.country) || !method || !isMethodOf(method, rate.country)) return [];
    return [
      {
        country: rate.country,
        method,
        first: money(rate.amountMinor, currency),
        extra: money(rate.extraMinor, currency),
        daysMin: rate.daysMin,
        daysMax: rate.daysMax,
      },
    ];
  });
}
