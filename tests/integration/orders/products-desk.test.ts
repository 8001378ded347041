import { beforeAll, describe, expect, it } from 'vitest';
import { changeProduct } from '@/lib/admin/change-product';
import { listProducts } from '@/lib/admin/list-products';
import { changeRate, listRates } from '@/lib/admin/products/delivery-rates';
import { changeWrapPrices, listWrapPrices } from '@/lib/admin/products/wrap-prices';
import type { PersonCtx } from '@/lib/db/context';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import { productOf } from './shop';

const test = useDatabase();
let staff: PersonCtx;

beforeAll(async () => {
  await seedCatalogue(test.db);
  staff = (await test.person('STAFF')).ctx;
});

describe('the products desk', () => {
  it('keeps prices, costs and falling steps, and what was not sent stays', async () => {
    const productId = await productOf(test);
    const steps = [
      { fromCopies: 5, amountMinor: 900 },
      { fromCopies: 10, amountMinor: 800 },
    ];
    const save = (price: object) =>
      changeProduct(staff, {
        productId,
        isActive: true,
        prices: [{ currency: 'EUR', amountMinor: 1000, ...price }],
      });
    await save({ costMinor: 400, steps });
    await save({});
    const seen = async () => (await listProducts(staff, 'en')).find(({ id }) => id === productId);
    const product = await seen();
    expect(product?.steps.EUR).toEqual(steps);
    expect(product?.costs.EUR).toBe(400);
    await expect(save({ amountMinor: 850 })).rejects.toThrow('product.invalid');
    await expect(save({ steps: [{ fromCopies: 5, amountMinor: 1001 }] })).rejects.toThrow(
      'product.invalid',
    );
    expect((await seen())?.steps.EUR).toEqual(steps);
    await save({ steps: [] });
    expect((await seen())?.steps.EUR).toEqual([]);
  });

  it('offers a method in a country for the currencies that have a price', async () => {
    const rate = {
      country: 'UA',
      method: 'np-branch' as const,
      isActive: true,
      daysMin: 1,
      daysMax: 3,
      taxBasisPoints: 2000,
      prices: [
        { currency: 'UAH' as const, amountMinor: 80_00, extraMinor: 0 },
        { currency: 'EUR' as const, amountMinor: 2_00, extraMinor: 50 },
      ],
    };
    await changeRate(staff, rate);
    const seen = async () =>
      (await listRates(staff, 'UA')).find(({ method }) => method === 'np-branch');
    expect(await seen()).toMatchObject({ isActive: true, daysMax: 3, taxBasisPoints: 2000 });
    await changeRate(staff, { ...rate, isActive: false, prices: rate.prices.slice(0, 1) });
    const after = await seen();
    expect(after?.isActive).toBe(false);
    expect(Object.keys(after?.prices ?? {})).toEqual(['UAH']);
    await expect(changeRate(staff, { ...rate, country: 'DE' })).rejects.toThrow(
      'delivery.method_unavailable',
    );
    await expect(changeRate(staff, { ...rate, daysMin: 4 })).rejects.toThrow('request.invalid');
  });

  it('keeps what gift wrap costs, writes down each change, and is closed to customers', async () => {
    await changeWrapPrices(staff, {
      prices: [{ currency: 'UAH', amountMinor: 0, isActive: true }],
    });
    const uah = (await listWrapPrices(staff)).find(({ currency }) => currency === 'UAH');
    expect(uah).toEqual({ currency: 'UAH', amountMinor: 0, isActive: true });
    const actions = (await test.db.auditEvent.findMany()).map(({ action }) => action);
    for (const action of ['product.changed', 'delivery_rate.changed', 'wrap_prices.changed']) {
      expect(actions).toContain(action);
    }
    const { ctx } = await test.person();
    await expect(changeWrapPrices(ctx, { prices: [] })).rejects.toThrow('account.not_allowed');
    await expect(listRates(ctx, 'UA')).rejects.toThrow('account.not_allowed');
  });
});
