import { describe, expect, it } from 'vitest';
import type { PaidOrderRow } from '@/lib/admin/dashboard/dashboard-store';
import { marginOf } from '@/lib/admin/dashboard/margin';

const printed = (id: string, parcelId: string | null, parts: object = {}) => ({
  id,
  parcelId,
  quantity: 2,
  product: { kind: 'PRINTED', prices: [{ currency: 'EUR', costMinor: 800 }] },
  pictures: [],
  ...parts,
});

/** An order of two copies for 60.00 EUR with 10.00 EUR tax in it, paid and sent; `parts` replace what a test is about. */
function order(parts: object = {}): PaidOrderRow {
  return {
    currency: 'EUR',
    totalMinor: 6000,
    taxMinor: 1000,
    items: [printed('i1', 'p1')],
    parcels: [{ id: 'p1' }],
    payments: [
      { status: 'PAID', currency: 'EUR', refundedMinor: 0, feeMinor: 100, quarantineReason: null },
    ],
    certificateEntries: [],
    printJobs: [],
    shipments: [{ parcelId: 'p1', costMinor: 500, costCurrency: 'EUR' }],
    ...parts,
  } as unknown as PaidOrderRow;
}
const job = (parts: object) => ({
  parcelId: 'p1',
  items: [{ orderItemId: 'i1', quantity: 2 }],
  costMinor: null,
  costCurrency: null,
  ...parts,
});
const minor = (value: { amountMinor: number }) => value.amountMinor;

describe('what an order brings', () => {
  it('is its total without tax, less print, delivery and fees', () => {
    const row = marginOf(order(), 350);
    expect(minor(row.revenue)).toBe(5000);
    expect(minor(row.margin)).toBe(5000 - 1600 - 500 - 100);
    expect(row.isComplete).toBe(true);
  });

  it('is less by what tills and certificates got back, with the tax in it', () => {
    const paid = { status: 'PAID', currency: 'EUR', feeMinor: 100, quarantineReason: null };
    const row = marginOf(
      order({
        payments: [{ ...paid, refundedMinor: 2000 }],
        certificateEntries: [{ amountMinor: 1000 }],
      }),
      0,
    );
    expect(minor(row.revenue)).toBe(2500);
  });

  it('is not touched by a second payment that was set aside and given back, but by its fee', () => {
    const paid = { status: 'PAID', currency: 'EUR', refundedMinor: 0, feeMinor: 100 };
    const row = marginOf(
      order({
        payments: [
          { ...paid, quarantineReason: null },
          { ...paid, refundedMinor: 6000, quarantineReason: 'double_payment' },
        ],
      }),
      0,
    );
    expect(minor(row.revenue)).toBe(5000);
    expect(minor(row.fees.amount)).toBe(200);
  });

  it('takes what the house said over what the price list says, and counts a reprint', () => {
    const said = job({ costMinor: 1200, costCurrency: 'EUR' });
    expect(minor(marginOf(order({ printJobs: [said] }), 0).print.amount)).toBe(1200);
    const reprint = job({ items: [{ orderItemId: 'i1', quantity: 1 }] });
    expect(minor(marginOf(order({ printJobs: [said, reprint] }), 0).print.amount)).toBe(2000);
  });

  it('never adds another currency, and says that something is missing', () => {
    const foreign = { parcelId: 'p1', costMinor: 9000, costCurrency: 'UAH' };
    const row = marginOf(order({ shipments: [foreign] }), 0);
    expect(row.delivery).toEqual({
      amount: { amountMinor: 0, currency: 'EUR' },
      isComplete: false,
    });
    expect(row.isComplete).toBe(false);
  });

  it('does not take a cost that nobody entered for nothing', () => {
    const free = printed('i1', 'p1', {
      product: { kind: 'PRINTED', prices: [{ currency: 'EUR', costMinor: 0 }] },
    });
    expect(marginOf(order({ items: [free] }), 0).print.isComplete).toBe(false);
    expect(marginOf(order({ shipments: [] }), 0).delivery.isComplete).toBe(false);
  });

  it('knows that a file costs nothing to print or send, and a gift paid in full no fee', () => {
    const file = printed('i1', null, { product: { kind: 'PDF', prices: [] } });
    const row = marginOf(order({ items: [file], parcels: [], shipments: [], payments: [] }), 0);
    expect(minor(row.margin)).toBe(5000);
    expect(row.isComplete).toBe(true);
  });

  it('counts the stars of each picture once, its enlargements too', () => {
    const picture = { generation: { stars: 2 }, upscales: [{ stars: 3 }] };
    const own = { generation: null, upscales: [] };
    const pictures = [
      { pictureId: 'a', picture },
      { pictureId: 'b', picture: own },
    ];
    const items = [
      printed('i1', 'p1', { pictures }),
      printed('i2', 'p1', { pictures: [{ pictureId: 'a', picture }] }),
    ];
    expect(minor(marginOf(order({ items }), 350).ai.amount)).toBe(18);
  });
});
