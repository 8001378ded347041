import { DomainError, type ErrorCode } from '@/lib/core/errors';
import { type Currency, LARGEST_CHARGE } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import { asPerson, type Ctx, type ReadCtx } from '@/lib/db/context';
import type { DeliveryRate } from '@/lib/db/generated/client';
import { arrivalWindow } from './arrival-window';
import { findCertificates, type UsableCertificate } from './certificates/find-certificates';
import { type DeliveryMethod, isMethodOf } from './delivery/methods';
import { type PlannedLine, planParcels } from './plan-parcels';
import { type PricedOrder, type PriceWish, priceOrder } from './price-order';
import { findPromo } from './promos/find-promo';
import type { Promo } from './promos/rules';
import type { QuoteInput, QuoteView } from './schema';
import { isServed } from './served-countries';
import {
  type CartItemRow,
  findAnyRate,
  findBuyerCountry,
  findCartItems,
  findDeliveryRate,
  findWrapPrice,
} from './store';

/** Where our workshop is: files of a buyer who has named no country are sold there. */
const WORKSHOP_COUNTRY = 'UA';

export type QuoteWish = Pick<
  QuoteInput,
  'currency' | 'country' | 'promoCode' | 'certificateCodes'
> & {
  ownerId: string;
  /** Contact address as far as it is known. */
  email: string | null;
  parcels: readonly {
    country: string;
    method: DeliveryMethod;
    isGift: boolean;
    items: readonly { cartItemId: string; quantity: number }[];
  }[];
};

export type Quote = {
  lines: PlannedLine<CartItemRow>[];
  priced: PricedOrder;
  arrivals: { from: PlainDate; to: PlainDate }[];
  promo: Promo | null;
  promoProblem: ErrorCode | null;
  /** As priced.certificates. */
  certificates: UsableCertificate[];
  certificateProblems: { codeEnd: string; code: ErrorCode }[];
  /** Of the first parcel, else the buyer's. */
  country: string;
};

/**
 * What the cart costs and when it arrives. A promo code or certificate that does not count is named; the rest of the
 * price stands.
 * @throws DomainError as quoteItems
 */
export async function quoteCart(ctx: Ctx, wish: QuoteInput): Promise<QuoteView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const items = await findCartItems(ctx, owner);
  const quote = await quoteItems(ctx, items, { ...wish, ...owner, email: null });
  const { priced, promo } = quote;
  return {
    ...priced,
    currency: wish.currency,
    lines: quote.lines.map(({ item, parcel, quantity }, index) => ({
      cartItemId: item.id as QuoteView['lines'][number]['cartItemId'],
      parcel,
      quantity,
      ...(priced.lines[index] as PricedOrder['lines'][number]),
    })),
    parcels: priced.parcels.map((parcel, index) => ({
      ...parcel,
      arrival: quote.arrivals[index] as { from: PlainDate; to: PlainDate },
    })),
    promo: promo ? { code: promo.code, kind: promo.kind } : null,
    promoProblem: quote.promoProblem,
    certificates: quote.certificates.map(({ codeEnd }, index) => ({
      codeEnd,
      ...(priced.certificates[index] as PricedOrder['certificates'][number]),
    })),
    certificateProblems: quote.certificateProblems,
  };
}

/**
 * The same for cart items that the caller has read, for showing and for charging alike.
 * @throws DomainError "cart.empty", "cart.too_many", "cart.too_many_parcels", "cart.parcels_incomplete",
 *   "cart.wrap_unavailable", "cart.sum_too_large" where it costs more than any till takes at once, "order.country_not_served", "delivery.method_unavailable", "product.not_found"
 */
export async function quoteItems(
  ctx: ReadCtx,
  items: readonly CartItemRow[],
  wish: QuoteWish,
): Promise<Quote> {
  const { currency, ownerId } = wish;
  const lines = planParcels(items, wish.parcels);
  const rates: DeliveryRate[] = [];
  for (const [index, parcel] of wish.parcels.entries()) {
    rates.push(await requireRate(ctx, parcel, index, currency));
  }
  const wrap = wish.parcels.some(({ isGift }) => isGift)
    ? await findWrapPrice(ctx, currency)
    : null;
  const country =
    wish.parcels[0]?.country ??
    [wish.country, await findBuyerCountry(ctx, { ownerId })].find(
      (known): known is string => typeof known === 'string' && isServed(known),
    ) ??
    WORKSHOP_COUNTRY;
  const hasFiles = lines.some(({ parcel }) => parcel === null);
  const base: PriceWish = {
    currency,
    items: lines.map(({ item, parcel, quantity }) => {
      const price = item.product.prices.find((candidate) => candidate.currency === currency);
      if (!price) throw new DomainError('product.not_found');
      return {
        title: item.calendar.title,
        productId: item.productId,
        parcel,
        quantity,
        listMinor: price.amountMinor,
        steps: price.steps,
      };
    }),
    parcels: wish.parcels.map(({ country: to, method, isGift }, index) => {
      const rate = rates[index] as DeliveryRate;
      if (isGift && !wrap) throw new DomainError('cart.wrap_unavailable');
      return {
        country: to,
        method,
        deliveryMinor: rate.amountMinor,
        extraMinor: rate.extraMinor,
        wrapMinor: isGift && wrap ? wrap.amountMinor : null,
        taxBasisPoints: rate.taxBasisPoints,
      };
    }),
    fileTaxBasisPoints: hasFiles
      ? ((await findAnyRate(ctx, country, currency))?.taxBasisPoints ?? 0)
      : 0,
    promo: null,
    certificates: [],
  };

  const { items: goods, wrap: wraps, delivery } = priceOrder(base);
  const grossMinor = goods.amountMinor + wraps.amountMinor + delivery.amountMinor;
  if (grossMinor > LARGEST_CHARGE) throw new DomainError('cart.sum_too_large');

  let promo: Promo | null = null;
  let promoProblem: ErrorCode | null = null;
  if (wish.promoCode) {
    const itemsMinor = goods.amountMinor;
    const found = await orProblem(
      findPromo(ctx, { code: wish.promoCode, ownerId, email: wish.email, currency, itemsMinor }),
    );
    if (typeof found === 'string') promoProblem = found;
    else promo = found;
  }
  const certificates: UsableCertificate[] = [];
  const certificateProblems: Quote['certificateProblems'] = [];
  for (const code of wish.certificateCodes) {
    const found = await orProblem(findCertificates(ctx, { codes: [code], currency }));
    if (typeof found === 'string')
      certificateProblems.push({ codeEnd: code.slice(-4), code: found });
    else if (found[0] && !certificates.some(({ id }) => id === found[0]?.id)) {
      certificates.push(found[0]);
    }
  }
  return {
    lines,
    priced: priceOrder({ ...base, promo, certificates }),
    arrivals: rates.map((rate) => arrivalWindow(ctx.clock.now(), rate)),
    promo,
    promoProblem,
    certificates,
    certificateProblems,
    country,
  };
}

async function requireRate(
  ctx: ReadCtx,
  parcel: { country: string; method: DeliveryMethod },
  index: number,
  currency: Currency,
): Promise<DeliveryRate> {
  const { country, method } = parcel;
  const rate = await findDeliveryRate(ctx, country, method, currency);
  if (rate && isMethodOf(method, country)) return rate;
  if (await findAnyRate(ctx, country, currency)) {
    throw new DomainError(
      'delivery.method_unavailable',
      {},
      { fields: { [`parcels.${index}.method`]: 'unavailable' } },
    );
  }
  throw new DomainError(
    'order.country_not_served',
    {},
    { fields: { [`parcels.${index}.address.country`]: 'not_served' } },
  );
}

/** The answer, or the code of the reason why there is none. */
async function orProblem<T>(work: Promise<T>): Promise<T | ErrorCode> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
