import { describe, expect, it } from 'vitest';
import { planParcels } from '@/lib/orders/plan-parcels';

const printed = (id: string, quantity: number) => ({
  id,
  quantity,
  product: { kind: 'PRINTED' as const },
});
const file = (id: string) => ({ id, quantity: 1, product: { kind: 'PDF' as const } });
const parcel = (...items: [cartItemId: string, quantity: number][]) => ({
  items: items.map(([cartItemId, quantity]) => ({ cartItemId, quantity })),
});

describe('sharing a cart out over parcels', () => {
  it('puts every printed copy into exactly one parcel and files into none', () => {
    const cart = [printed('a', 3), file('b'), printed('c', 1)];
    const lines = planParcels(cart, [parcel(['a', 2]), parcel(['a', 1], ['c', 1])]);
    expect(lines.map(({ item, parcel: at, quantity }) => [item.id, at, quantity])).toEqual([
      ['a', 0, 2],
      ['a', 1, 1],
      ['b', null, 1],
      ['c', 1, 1],
    ]);
    expect(planParcels([file('b')], [])).toHaveLength(1);
  });

  it('refuses parcels that hold too much, too little, nothing, the same twice, a file or what is not there', () => {
    const cart = [printed('a', 2), file('b')];
    for (const parcels of [
      [],
      [parcel(['a', 1])],
      [parcel(['a', 3])],
      [parcel(['a', 1], ['a', 1])],
      [parcel(['a', 2]), parcel()],
      [parcel(['a', 2], ['b', 1])],
      [parcel(['a', 2], ['x', 1])],
    ]) {
      expect(() => planParcels(cart, parcels)).toThrow('cart.parcels_incomplete');
    }
  });

  it('refuses an empty cart, more parcels than ten and more copies than one order has', () => {
    expect(() => planParcels([], [])).toThrow('cart.empty');
    const many = Array.from({ length: 11 }, () => parcel(['a', 1]));
    expect(() => planParcels([printed('a', 11)], many)).toThrow('cart.too_many_parcels');
    const heap = Array.from({ length: 4 }, (_, index) => printed(`i${index}`, 99));
    expect(() => planParcels(heap, [])).toThrow('cart.too_many');
  });
});
