import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payLines } from '@/lib/orders/pay-lines';

const words = { delivery: 'Delivery', wrap: 'Wrap', untitled: 'Untitled', productOf: () => 'A3' };

const anOrder = fc
  .record({
    items: fc.array(
      fc
        .record({
          quantity: fc.integer({ min: 1, max: 99 }),
          unitMinor: fc.integer({ min: 1, max: 1_000_000 }),
          share: fc.integer({ min: 0, max: 100 }),
        })
        .map(({ quantity, unitMinor, share }) => ({
          title: 'A year',
          quantity,
          totalMinor: unitMinor * quantity,
          discountMinor: Math.floor((unitMinor * quantity * share) / 100),
          parcelId: 'pcl_1',
          product: { slug: 'wall', names: {} },
        })),
      { minLength: 1, maxLength: 8 },
    ),
    wrapMinor: fc.integer({ min: 0, max: 5000 }),
    deliveryMinor: fc.integer({ min: 0, max: 50_000 }),
    isDeliveryFree: fc.boolean(),
    certificateShare: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ items, wrapMinor, deliveryMinor, isDeliveryFree, certificateShare }) => {
    const off = items.reduce((sum, item) => sum + item.discountMinor, 0);
    const discountMinor = off + (isDeliveryFree ? deliveryMinor : 0);
    const full = items.reduce((sum, item) => sum + item.totalMinor, 0) + wrapMinor + deliveryMinor;
    const totalMinor = full - discountMinor;
    const certificateMinor = Math.floor((totalMinor * certificateShare) / 100);
    const currency = 'EUR';
    const sums = { wrapMinor, deliveryMinor, discountMinor, totalMinor, certificateMinor };
    return { currency, items, ...sums };
  });

it('adds up to what is due, whatever was taken off, and has no line of nothing or less', () => {
  fc.assert(
    fc.property(anOrder, (order) => {
      const lines = payLines(order, words);
      const sum = lines.reduce((all, { unit, quantity }) => all + unit.amountMinor * quantity, 0);
      expect(sum).toBe(order.totalMinor - order.certificateMinor);
      for (const { unit, quantity } of lines) {
        expect(unit.amountMinor).toBeGreaterThan(0);
        expect(quantity).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});

it('lists copies one by one where nothing was taken off', () => {
  const [line] = payLines(
    {
      currency: 'EUR',
      totalMinor: 6770,
      certificateMinor: 0,
      wrapMinor: 0,
      deliveryMinor: 790,
      discountMinor: 0,
      items: [
        {
          title: '',
          quantity: 2,
          totalMinor: 5980,
          discountMinor: 0,
          parcelId: 'pcl_1',
          product: { slug: 'wall', names: {} },
        },
      ],
    },
    words,
  );
  expect(line).toMatchObject({ name: 'Untitled: A3', quantity: 2, unit: { amountMinor: 2990 } });
});
