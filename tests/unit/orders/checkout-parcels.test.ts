import { describe, expect, it } from 'vitest';
import {
  addParcel,
  canAddParcel,
  copiesIn,
  fitParcels,
  removeParcel,
  stepCopies,
} from '@/lib/orders/checkout-draft/parcels';

type Parcel = { key: string; items: Record<string, number> };
const parcel = (key: string, items: Record<string, number> = {}): Parcel => ({ key, items });

function totals(parcels: readonly { items: Readonly<Record<string, number>> }[]) {
  const sums: Record<string, number> = {};
  for (const { items } of parcels) {
    for (const [id, pieces] of Object.entries(items)) sums[id] = (sums[id] ?? 0) + pieces;
  }
  return sums;
}

describe('fitting parcels to the cart', () => {
  it('gives missing copies to the first parcel and takes too many from the last', () => {
    const held = [parcel('one', { a: 2 }), parcel('two', { a: 2 })];
    expect(fitParcels(held, [{ id: 'a', quantity: 6 }]).map(({ items }) => items)).toEqual([
      { a: 4 },
      { a: 2 },
    ]);
    expect(fitParcels(held, [{ id: 'a', quantity: 3 }]).map(({ items }) => items)).toEqual([
      { a: 2 },
      { a: 1 },
    ]);
  });

  it('drops what left the cart, and parcels that become empty, but keeps one for the new calendar', () => {
    const held = [parcel('one', { gone: 1 }), parcel('two', { gone: 2 })];
    expect(fitParcels(held, [{ id: 'new', quantity: 2 }])).toEqual([parcel('one', { new: 2 })]);
  });

  it('has no parcels when nothing is sent', () => {
    expect(fitParcels([parcel('one', { a: 1 })], [])).toEqual([]);
  });
});

describe('several addresses', () => {
  it('never loses or invents a copy, whatever is pressed', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const cart = [
      { id: 'a', quantity: 5 },
      { id: 'b', quantity: 1 },
      { id: 'c', quantity: 3 },
    ];
    let parcels = fitParcels([parcel('0')], cart);
    for (let turn = 1; turn <= 3000; turn += 1) {
      const at = parcels[random(parcels.length)]?.key ?? '';
      const press = random(4);
      if (press === 0 && canAddParcel(parcels)) parcels = addParcel(parcels, parcel(String(turn)));
      else if (press === 1 && random(4) === 0) parcels = removeParcel(parcels, at);
      else {
        parcels = stepCopies(parcels, at, cart[random(3)]?.id ?? '', press === 2 ? 1 : -1);
      }
      expect(totals(parcels)).toEqual({ a: 5, b: 1, c: 3 });
      expect(parcels.length).toBeLessThanOrEqual(9);
    }
  });

  it('starts a new address with a copy', () => {
    const parcels = addParcel([parcel('one', { a: 1, b: 1 })], parcel('two'));
    expect(parcels.map(({ items }) => copiesIn(items))).toEqual([1, 1]);
  });

  it('offers no second address for a single copy', () => {
    expect(canAddParcel([parcel('one', { a: 1 })])).toBe(false);
    expect(canAddParcel([parcel('one', { a: 2 })])).toBe(true);
  });

  it('keeps the last address', () => {
    const only = [parcel('one', { a: 1 })];
    expect(removeParcel(only, 'one')).toEqual(only);
  });
});
