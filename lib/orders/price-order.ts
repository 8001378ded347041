import { assert } from '@/lib/core/assert';
import {
  type Currency,
  LEAST_CHARGE,
  type Money,
  money,
  splitMoney,
  taxIncludedIn,
} from '@/lib/core/money';

/** Copies of one calendar and copies in one order: a person's order, not a reseller's. */
export const QUANTITY_MAX = 99;
export const ORDER_QUANTITY_MAX = 300;
/** Addresses in one order. */
export const PARCELS_MAX = 10;
/** Gift certificates in one order. */
export const CERTIFICATES_MAX = 5;

/** A promo code that was found to be good for this order. */
export type PricePromo =
  | { code: string; kind: 'PERCENT'; basisPoints: number }
  | { code: string; kind: 'AMOUNT'; amountMinor: number }
  | { code: string; kind: 'FREE_DELIVERY' };

export type PriceItem = {
  title: string;
  productId: string;
  /** Index of its parcel; null for a file. */
  parcel: number | null;
  quantity: number;
  /** Of one copy, tax included. */
  listMinor: number;
  steps: readonly { fromCopies: number; amountMinor: number }[];
};

export type PriceParcel = {
  country: string;
  method: string;
  /** The first calendar and each further one. */
  deliveryMinor: number;
  extraMinor: number;
  /** Null without gift wrap. */
  wrapMinor: number | null;
  /** Tax contained in everything of this parcel. */
  taxBasisPoints: number;
};

export type PriceWish = {
  currency: Currency;
  items: readonly PriceItem[];
  parcels: readonly PriceParcel[];
  /** Tax contained in files: that of the buyer's country. */
  fileTaxBasisPoints: number;
  promo: PricePromo | null;
  /** Used up in this order. */
  certificates: readonly { codeEnd: string; balanceMinor: number }[];
};

export const PRICE_ROW_KINDS = [
  'item',
  'volume',
  'promo',
  'wrap',
  'delivery',
  'free_delivery',
  'small_rest',
  'total',
  'tax',
  'certificate',
  'due',
] as const;

/**
 * One line of the price as people read it. Everything before `total` adds up to it (reductions are negative); `tax` is
 * contained in it; `certificate` is negative and leads from `total` to `due`. Parcels count from 1. `params` by kind:
 * item { title, quantity, unitMinor, parcel: 0 for a file }; volume { copies, fromCopies }; promo { code, kind,
 * basisPoints }; wrap { parcel }; delivery { parcel, copies, country, method }; free_delivery { code }; small_rest {};
 * tax { basisPoints }; certificate { codeEnd }.
 */
export type PriceRow = {
  kind: (typeof PRICE_ROW_KINDS)[number];
  params: Record<string, string | number>;
  amount: Money;
};

export type PricedOrder = {
  /** In the order of the items given. `total` is before, `discount` is what is taken off it. */
  lines: { listUnit: Money; unit: Money; total: Money; discount: Money }[];
  /** In the order of the parcels given. `delivery` is before a free delivery. */
  parcels: { delivery: Money; wrap: Money; tax: Money; taxBasisPoints: number }[];
  items: Money;
  wrap: Money;
  delivery: Money;
  /** Off the items, for free delivery off the delivery, for a rest that is given off everything. */
  discount: Money;
  /** Contained in `total`, not added to it. */
  tax: Money;
  total: Money;
  /** In the order of the certificates given. */
  certificates: { used: Money; left: Money }[];
  certificate: Money;
  /** What the till is asked for. */
  due: Money;
  rows: PriceRow[];
};

/**
 * The one place that computes what an order costs. The order of reductions is fixed: volume price, promo code on the
 * items, free delivery, a rest too small for any till, then the tax contained in what is left, then certificates, which
 * pay and do not discount.
 *
 * What is due is nothing or at least LEAST_CHARGE: where the reductions leave less than that, the rest is given, for
 * asking more than was promised would be unfair and less cannot be charged; certificates leave that much or nothing.
 *
 * Rounding: a percentage is taken once of all items, half a minor unit goes up, and is shared out over the lines by
 * largest remainder; tax is computed once for each parcel and once for the files, net rounded half up. Everything else
 * is whole minor units, so that all sums are exact.
 * @throws Error (assertion) for no items, quantities that are not whole and positive, parcels without items
 */
export function priceOrder(wish: PriceWish): PricedOrder {
  const { currency, items, promo } = wish;
  assert(items.length > 0, 'a price needs at least one item');
  for (const { quantity, parcel, listMinor } of items) {
    assert(Number.isSafeInteger(quantity) && quantity > 0, `quantity ${quantity} is positive`);
    assert(Number.isSafeInteger(listMinor) && listMinor > 0, `price ${listMinor} is positive`);
    assert(parcel === null || wish.parcels[parcel], `parcel ${parcel} exists`);
  }
  const of = (amountMinor: number) => money(amountMinor, currency);
  const copiesOf = copiesByProduct(items);
  const units = items.map((item) => unitFor(item, copiesOf.get(item.productId) ?? 0));
  const totals = items.map(({ quantity }, index) => (units[index] as number) * quantity);
  const itemsMinor = sum(totals);
  const promoMinor = promoOff(promo, itemsMinor);
  const isDeliveryFree = promo?.kind === 'FREE_DELIVERY';
  const fees = wish.parcels.map((parcel, index) => {
    const inside = items.filter((item) => item.parcel === index);
    assert(inside.length > 0, `parcel ${index} holds something`);
    const copies = sum(inside.map(({ quantity }) => quantity));
    const delivery = parcel.deliveryMinor + parcel.extraMinor * (copies - 1);
    return { copies, delivery, wrap: parcel.wrapMinor ?? 0 };
  });
  const wrapMinor = sum(fees.map(({ wrap }) => wrap));
  const deliveryMinor = sum(fees.map(({ delivery }) => delivery));
  const reducedMinor = itemsMinor - promoMinor + wrapMinor + (isDeliveryFree ? 0 : deliveryMinor);
  const isRestGiven = reducedMinor > 0 && reducedMinor < LEAST_CHARGE[currency];
  const totalMinor = isRestGiven ? 0 : reducedMinor;
  const discountMinor = itemsMinor + wrapMinor + deliveryMinor - totalMinor;
  const offItems = of(isRestGiven ? itemsMinor : promoMinor);
  const discounts = splitMoney(offItems, totals).map(({ amountMinor }) => amountMinor);

  const goodsOf = (parcel: number | null) =>
    sum(
      items.map((item, at) =>
        item.parcel === parcel ? (totals[at] ?? 0) - (discounts[at] ?? 0) : 0,
      ),
    );
  const parcels = wish.parcels.map((parcel, index) => {
    const fee = fees[index] ?? { copies: 0, delivery: 0, wrap: 0 };
    const feesMinor = isRestGiven ? 0 : fee.wrap + (isDeliveryFree ? 0 : fee.delivery);
    const tax = taxIncludedIn(of(goodsOf(index) + feesMinor), parcel.taxBasisPoints).amountMinor;
    return { ...parcel, ...fee, tax };
  });
  const fileTax = taxIncludedIn(of(goodsOf(null)), wish.fileTaxBasisPoints).amountMinor;
  const hasTaxedFiles = goodsOf(null) > 0;
  const taxMinor = sum(parcels.map(({ tax }) => tax)) + fileTax;

  // The total itself is nothing or enough: what certificates pay leaves it so.
  const balance = sum(wish.certificates.map(({ balanceMinor }) => balanceMinor));
  const isRestSmall = balance < totalMinor && totalMinor - balance < LEAST_CHARGE[currency];
  const payableMinor = isRestSmall
    ? totalMinor - LEAST_CHARGE[currency]
    : Math.min(balance, totalMinor);
  let toPayMinor = payableMinor;
  const certificates = wish.certificates.map(({ codeEnd, balanceMinor }) => {
    const used = Math.min(balanceMinor, toPayMinor);
    toPayMinor -= used;
    return { codeEnd, used, left: balanceMinor - used };
  });
  const dueMinor = totalMinor - payableMinor;

  const rows: PriceRow[] = [];
  const row = (kind: PriceRow['kind'], amountMinor: number, params: PriceRow['params'] = {}) =>
    rows.push({ kind, params, amount: of(amountMinor) });
  for (const { title, quantity, listMinor, parcel } of items) {
    row('item', listMinor * quantity, {
      title,
      quantity,
      unitMinor: listMinor,
      parcel: parcel === null ? 0 : parcel + 1,
    });
  }
  for (const { productId, ...step } of volumeRows(items, units, copiesOf)) {
    row('volume', -step.offMinor, { copies: copiesOf.get(productId) ?? 0, fromCopies: step.from });
  }
  if (promo && promo.kind !== 'FREE_DELIVERY') {
    const basisPoints = promo.kind === 'PERCENT' ? promo.basisPoints : 0;
    row('promo', -promoMinor, { code: promo.code, kind: promo.kind, basisPoints });
  }
  parcels.forEach((parcel, index) => {
    if (parcel.wrapMinor !== null) row('wrap', parcel.wrap, { parcel: index + 1 });
  });
  parcels.forEach(({ delivery, copies, country, method }, index) => {
    row('delivery', delivery, { parcel: index + 1, copies, country, method });
  });
  if (promo && isDeliveryFree) row('free_delivery', -deliveryMinor, { code: promo.code });
  if (isRestGiven) row('small_rest', -reducedMinor);
  row('total', totalMinor);
  for (const [basisPoints, amountMinor] of taxByRate(parcels, wish, hasTaxedFiles, fileTax)) {
    row('tax', amountMinor, { basisPoints });
  }
  for (const { codeEnd, used } of certificates) row('certificate', -used, { codeEnd });
  row('due', dueMinor);

  return {
    lines: items.map(({ listMinor }, index) => ({
      listUnit: of(listMinor),
      unit: of(units[index] as number),
      total: of(totals[index] as number),
      discount: of(discounts[index] as number),
    })),
    parcels: parcels.map(({ delivery, wrap, tax, taxBasisPoints }) => ({
      delivery: of(delivery),
      wrap: of(wrap),
      tax: of(tax),
      taxBasisPoints,
    })),
    items: of(itemsMinor),
    wrap: of(wrapMinor),
    delivery: of(deliveryMinor),
    discount: of(discountMinor),
    tax: of(taxMinor),
    total: of(totalMinor),
    certificates: certificates.map(({ used, left }) => ({ used: of(used), left: of(left) })),
    certificate: of(totalMinor - dueMinor),
    due: of(dueMinor),
    rows,
  };
}

function copiesByProduct(items: readonly PriceItem[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { productId, quantity } of items) {
    copies.set(productId, (copies.get(productId) ?? 0) + quantity);
  }
  return copies;
}

/**
 * The price of one copy when the order holds `copies` of its product: the lowest of the list price and all steps that
 * are reached, so that more copies never cost more each.
 */
export function unitFor(item: Pick<PriceItem, 'listMinor' | 'steps'>, copies: number): number {
  const reached = item.steps.filter(({ fromCopies }) => copies >= fromCopies);
  return Math.min(item.listMinor, ...reached.map(({ amountMinor }) => amountMinor));
}

function promoOff(promo: PricePromo | null, itemsMinor: number): number {
  switch (promo?.kind) {
    case 'PERCENT':
      return Math.floor((itemsMinor * promo.basisPoints + 5000) / 10_000);
    case 'AMOUNT':
      return Math.min(promo.amountMinor, itemsMinor);
    default:
      return 0;
  }
}

/** What the steps take off, once for each product that reached one. */
function volumeRows(
  items: readonly PriceItem[],
  units: readonly number[],
  copiesOf: ReadonlyMap<string, number>,
): { productId: string; offMinor: number; from: number }[] {
  return [...copiesOf].flatMap(([productId, copies]) => {
    let offMinor = 0;
    let from = 0;
    items.forEach((item, index) => {
      if (item.productId !== productId) return;
      const unit = units[index] ?? item.listMinor;
      offMinor += (item.listMinor - unit) * item.quantity;
      from =
        item.steps.find((step) => step.amountMinor === unit && copies >= step.fromCopies)
          ?.fromCopies ?? from;
    });
    return offMinor > 0 ? [{ productId, offMinor, from }] : [];
  });
}

function taxByRate(
  parcels: readonly { tax: number; taxBasisPoints: number }[],
  wish: PriceWish,
  hasFiles: boolean,
  fileTax: number,
): Map<number, number> {
  const rates = new Map<number, number>();
  const add = (rate: number, tax: number) => rates.set(rate, (rates.get(rate) ?? 0) + tax);
  for (const { tax, taxBasisPoints } of parcels) add(taxBasisPoints, tax);
  if (hasFiles) add(wish.fileTaxBasisPoints, fileTax);
  return rates;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
