import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, LEAST_CHARGE, taxIncludedIn } from '@/lib/core/money';
import {
  ORDER_QUANTITY_MAX,
  PARCELS_MAX,
  type PricedOrder,
  type PricePromo,
  type PriceWish,
  priceOrder,
  QUANTITY_MAX,
} from '@/lib/orders/price-order';

const MINOR_MAX = 100_000_000;

const steps = fc.uniqueArray(
  fc.record({
    fromCopies: fc.integer({ min: 2, max: ORDER_QUANTITY_MAX }),
    amountMinor: fc.integer({ min: 1, max: MINOR_MAX }),
  }),
  { maxLength: 4, selector: ({ fromCopies }) => fromCopies },
);
const product = fc.record({ listMinor: fc.integer({ min: 1, max: MINOR_MAX }), steps });
const promo: fc.Arbitrary<PricePromo | null> = fc.option(
  fc.oneof(
    fc.record({
      code: fc.constant('P'),
      kind: fc.constant('PERCENT' as const),
      basisPoints: fc.integer({ min: 1, max: 10_000 }),
    }),
    fc.record({
      code: fc.constant('A'),
      kind: fc.constant('AMOUNT' as const),
      amountMinor: fc.integer({ min: 1, max: 3 * MINOR_MAX }),
    }),
    fc.record({ code: fc.constant('D'), kind: fc.constant('FREE_DELIVERY' as const) }),
  ),
);
const parcel = fc.record({
  country: fc.constant('UA'),
  method: fc.constant('post'),
  deliveryMinor: fc.integer({ min: 0, max: 100_000 }),
  extraMinor: fc.integer({ min: 0, max: 20_000 }),
  wrapMinor: fc.option(fc.integer({ min: 0, max: 50_000 })),
  taxBasisPoints: fc.integer({ min: 0, max: 5000 }),
});

/** Any order within the limits: up to ten parcels, each with something in it, and files. */
const order: fc.Arbitrary<PriceWish> = fc
  .record({
    currency: fc.constantFrom(...CURRENCIES),
    products: fc.array(product, { minLength: 1, maxLength: 4 }),
    parcels: fc.array(parcel, { maxLength: PARCELS_MAX }),
    lines: fc.array(
      fc.record({
        product: fc.nat(),
        parcel: fc.nat(),
        isFile: fc.boolean(),
        quantity: fc.integer({ min: 1, max: QUANTITY_MAX }),
      }),
      { minLength: 1, maxLength: 20 },
    ),
    fileTaxBasisPoints: fc.integer({ min: 0, max: 5000 }),
    promo,
    certificates: fc.array(
      fc.record({
        codeEnd: fc.constant('ABCD'),
        balanceMinor: fc.integer({ min: 1, max: 50 * MINOR_MAX }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ products, lines, parcels, ...rest }) => ({
    ...rest,
    parcels,
    items: [
      ...parcels.map((_, index) => ({ product: index, parcel: index, isFile: false, quantity: 1 })),
      ...lines,
    ].map((line) => {
      const chosen = line.product % products.length;
      const isFile = line.isFile || parcels.length === 0;
      return {
        title: 'A year',
        productId: `product-${chosen}`,
        parcel: isFile ? null : line.parcel % parcels.length,
        quantity: line.quantity,
        ...(products[chosen] as (typeof products)[number]),
      };
    }),
  }));

const sum = (amounts: readonly { amountMinor: number }[]) =>
  amounts.reduce((total, { amountMinor }) => total + amountMinor, 0);
const rowsOf = (priced: PricedOrder, ...kinds: string[]) =>
  priced.rows.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount);
const isRestGiven = (priced: PricedOrder) => rowsOf(priced, 'small_rest').length > 0;
/** Orders that a promo code brings down to about what no till takes. */
const almostFree: fc.Arbitrary<PriceWish> = fc
  .tuple(order, fc.integer({ min: 0, max: 60 }))
  .map(([wish, restMinor]) => {
    const parcels = wish.parcels.map((each) => ({
      ...each,
      deliveryMinor: each.deliveryMinor % 20,
      extraMinor: 0,
      wrapMinor: each.wrapMinor && each.wrapMinor % 20,
    }));
    const { items } = priceOrder({ ...wish, parcels, promo: null });
    const amountMinor = Math.max(1, items.amountMinor - restMinor);
    return { ...wish, parcels, promo: { code: 'A', kind: 'AMOUNT', amountMinor } };
  });
const holds = (check: (wish: PriceWish, priced: PricedOrder) => void) =>
  fc.assert(
    fc.property(order, (wish) => check(wish, priceOrder(wish))),
    { numRuns: 400 },
  );

describe('the price of any order', () => {
  it('is the sum of its lines in every currency, on screen as in the books', () => {
    holds((wish, priced) => {
      expect(sum(priced.lines.map(({ total }) => total))).toBe(priced.items.amountMinor);
      expect(sum(priced.parcels.map(({ delivery }) => delivery))).toBe(priced.delivery.amountMinor);
      expect(sum(priced.parcels.map(({ wrap }) => wrap))).toBe(priced.wrap.amountMinor);
      expect(priced.total.amountMinor).toBe(
        sum([priced.items, priced.wrap, priced.delivery]) - priced.discount.amountMinor,
      );
      const before = ['item', 'volume', 'promo', 'wrap', 'delivery', 'free_delivery', 'small_rest'];
      expect(sum(rowsOf(priced, ...before))).toBe(priced.total.amountMinor);
      expect(sum(rowsOf(priced, 'total', 'certificate'))).toBe(priced.due.amountMinor);
      expect(sum(rowsOf(priced, 'tax'))).toBe(priced.tax.amountMinor);
      for (const { amount } of priced.rows) expect(amount.currency).toBe(wish.currency);
    });
  });

  it('is never negative, in no part', () => {
    holds((_, priced) => {
      const { items, wrap, delivery, discount, tax, total, certificate, due } = priced;
      const parts = [items, wrap, delivery, discount, tax, total, certificate, due];
      for (const { amountMinor } of parts) expect(amountMinor).toBeGreaterThanOrEqual(0);
      for (const line of priced.lines) {
        expect(line.discount.amountMinor).toBeGreaterThanOrEqual(0);
        expect(line.discount.amountMinor).toBeLessThanOrEqual(line.total.amountMinor);
      }
      expect(tax.amountMinor).toBeLessThanOrEqual(total.amountMinor);
    });
  });

  it('is nothing or what every till takes, and a rest that is too small is given whole', () => {
    let given = 0;
    const least = (wish: PriceWish) => LEAST_CHARGE[wish.currency];
    fc.assert(
      fc.property(fc.oneof(order, almostFree), (wish) => {
        const priced = priceOrder(wish);
        for (const { amountMinor } of [priced.total, priced.due]) {
          expect(amountMinor === 0 || amountMinor >= least(wish), `${amountMinor}`).toBe(true);
        }
        const [rest] = rowsOf(priced, 'small_rest');
        if (!rest) return;
        given += 1;
        expect(-rest.amountMinor).toBeGreaterThan(0);
        expect(-rest.amountMinor).toBeLessThan(least(wish));
        const { items, wrap, delivery, discount, tax } = priced;
        expect(sum([items, wrap, delivery])).toBe(discount.amountMinor);
        expect(tax.amountMinor).toBe(0);
        for (const line of priced.lines) expect(line.discount).toEqual(line.total);
      }),
      { numRuns: 800 },
    );
    expect(given).toBeGreaterThan(20);
  });

  it('shares a promo code out to the minor unit, and nothing else', () => {
    holds((wish, priced) => {
      if (isRestGiven(priced)) return;
      const off = sum(priced.lines.map(({ discount }) => discount));
      const isDelivery = wish.promo?.kind === 'FREE_DELIVERY';
      expect(off + (isDelivery ? priced.delivery.amountMinor : 0)).toBe(
        priced.discount.amountMinor,
      );
      if (wish.promo === null) expect(priced.discount.amountMinor).toBe(0);
    });
  });

  it('takes the reductions in their order: volume, promo, delivery, then tax of the rest, then certificates', () => {
    holds((wish, priced) => {
      if (isRestGiven(priced)) return;
      const items = priced.items.amountMinor;
      if (wish.promo?.kind === 'PERCENT') {
        // Of what the volume price left, half a unit up.
        const exact = (BigInt(items) * BigInt(wish.promo.basisPoints) * 2n + 10_000n) / 20_000n;
        expect(BigInt(priced.discount.amountMinor)).toBe(exact);
      }
      if (wish.promo?.kind === 'AMOUNT') {
        expect(priced.discount.amountMinor).toBe(Math.min(items, wish.promo.amountMinor));
      }
      const freeDelivery = wish.promo?.kind === 'FREE_DELIVERY';
      priced.parcels.forEach(({ delivery, wrap, tax, taxBasisPoints }, index) => {
        const goods = priced.lines
          .filter((_, at) => wish.items[at]?.parcel === index)
          .reduce((all, line) => all + line.total.amountMinor - line.discount.amountMinor, 0);
        const gross = goods + wrap.amountMinor + (freeDelivery ? 0 : delivery.amountMinor);
        const amount = { amountMinor: gross, currency: wish.currency };
        expect(tax).toEqual(taxIncludedIn(amount, taxBasisPoints));
      });
      // A certificate pays; it changes neither the total nor the tax in it.
      const without = priceOrder({ ...wish, certificates: [] });
      expect(priced.total).toEqual(without.total);
      expect(priced.tax).toEqual(without.tax);
    });
  });

  it('takes certificates one after the other, and never more than there is or is due', () => {
    holds((wish, priced) => {
      const total = priced.total.amountMinor;
      const balances = wish.certificates.map(({ balanceMinor }) => balanceMinor);
      const rest = Math.max(0, total - balances.reduce((all, one) => all + one, 0));
      const least = LEAST_CHARGE[wish.currency];
      // What no till would take is left on the certificates.
      const due = rest > 0 && rest < least ? least : rest;
      expect(priced.due.amountMinor).toBe(due);
      let toPay = total - due;
      priced.certificates.forEach(({ used, left }, index) => {
        const balance = balances[index] ?? 0;
        expect(used.amountMinor).toBe(Math.min(balance, toPay));
        expect(used.amountMinor + left.amountMinor).toBe(balance);
        toPay -= used.amountMinor;
      });
      expect(toPay).toBe(0);
    });
  });

  it('is never a few cents that no till takes because a certificate almost reaches', () => {
    const certificates = [
      { codeEnd: 'AAAA', balanceMinor: 1000 },
      { codeEnd: 'BBBB', balanceMinor: 2779 },
    ];
    const priced = priceOrder({ ...eur, certificates });
    expect(priced.total.amountMinor).toBe(3780);
    expect(priced.due.amountMinor).toBe(50);
    expect(priced.certificates.map(({ left }) => left.amountMinor)).toEqual([0, 49]);
  });

  it('never costs more for volume steps than without them', () => {
    holds((wish, priced) => {
      const plain = priceOrder({
        ...wish,
        items: wish.items.map((item) => ({ ...item, steps: [] })),
      });
      expect(priced.items.amountMinor).toBeLessThanOrEqual(plain.items.amountMinor);
    });
  });
});

const eur: PriceWish = {
  currency: 'EUR',
  items: [
    {
      title: 'A year',
      productId: 'wall',
      parcel: 0,
      quantity: 1,
      listMinor: 2990,
      steps: [
        { fromCopies: 5, amountMinor: 2841 },
        { fromCopies: 10, amountMinor: 2691 },
      ],
    },
  ],
  parcels: [
    {
      country: 'DE',
      method: 'post',
      deliveryMinor: 790,
      extraMinor: 150,
      wrapMinor: null,
      taxBasisPoints: 1900,
    },
  ],
  fileTaxBasisPoints: 0,
  promo: null,
  certificates: [],
};
const [oneItem] = eur.items;
const [oneParcel] = eur.parcels;
if (!oneItem || !oneParcel) throw new Error('the sample has an item and a parcel');

describe('one order', () => {
  it('counts copies of one product over all addresses for the volume price', () => {
    const priced = priceOrder({
      ...eur,
      parcels: [oneParcel, { ...oneParcel, country: 'AT', taxBasisPoints: 2000 }],
      items: [
        { ...oneItem, quantity: 3 },
        { ...oneItem, parcel: 1, quantity: 2 },
      ],
    });
    expect(priced.lines.map(({ unit }) => unit.amountMinor)).toEqual([2841, 2841]);
    expect(priced.delivery.amountMinor).toBe(790 + 2 * 150 + 790 + 150);
    expect(priced.rows.find(({ kind }) => kind === 'volume')).toMatchObject({
      params: { copies: 5, fromCopies: 5 },
      amount: { amountMinor: -5 * (2990 - 2841) },
    });
  });

  it('states the tax contained, for each rate on its own', () => {
    const priced = priceOrder({
      ...eur,
      items: [oneItem, { ...oneItem, productId: 'file', parcel: null, listMinor: 490 }],
      fileTaxBasisPoints: 2300,
    });
    expect(priced.parcels[0]?.tax.amountMinor).toBe(3780 - Math.round(3780 / 1.19));
    expect(priced.tax.amountMinor).toBe(
      3780 - Math.round(3780 / 1.19) + 490 - Math.round(490 / 1.23),
    );
  });

  it('rounds half a minor unit of a percentage up, once for all lines', () => {
    const promo = { code: 'HALF', kind: 'PERCENT', basisPoints: 5000 } as const;
    const items = [
      { ...oneItem, listMinor: 1, quantity: 1 },
      { ...oneItem, listMinor: 1, quantity: 1 },
      { ...oneItem, listMinor: 1, quantity: 1 },
    ].map((item, index) => ({ ...item, productId: `p${index}`, steps: [] }));
    const priced = priceOrder({ ...eur, items, promo });
    // Three times half a cent would be three cents if each line rounded for itself.
    expect(priced.discount.amountMinor).toBe(2);
  });

  it('is paid in full by certificates where they reach: nothing is due', () => {
    const certificates = [
      { codeEnd: 'AAAA', balanceMinor: 3000 },
      { codeEnd: 'BBBB', balanceMinor: 3000 },
    ];
    const priced = priceOrder({ ...eur, certificates });
    expect(priced.due.amountMinor).toBe(0);
    expect(priced.certificates.map(({ left }) => left.amountMinor)).toEqual([0, 2220]);
  });

  it('stays exact for the largest order there can be', () => {
    const items = Array.from({ length: 3 }, (_, index) => ({
      ...oneItem,
      productId: `p${index}`,
      listMinor: MINOR_MAX,
      quantity: QUANTITY_MAX,
      steps: [],
    }));
    const promo = { code: 'ODD', kind: 'PERCENT', basisPoints: 3333 } as const;
    const priced = priceOrder({ ...eur, items, promo });
    expect(sum(priced.lines.map(({ discount }) => discount))).toBe(
      Math.floor((3 * QUANTITY_MAX * MINOR_MAX * 3333) / 10_000 + 0.5),
    );
  });

  it('refuses no items, an empty parcel, a parcel that is not there, and quantities that are none', () => {
    expect(() => priceOrder({ ...eur, items: [] })).toThrow();
    expect(() => priceOrder({ ...eur, parcels: [oneParcel, oneParcel] })).toThrow();
    expect(() => priceOrder({ ...eur, parcels: [] })).toThrow();
    for (const quantity of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => priceOrder({ ...eur, items: [{ ...oneItem, quantity }] })).toThrow();
    }
  });
});
