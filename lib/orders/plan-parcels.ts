import { DomainError } from '@/lib/core/errors';
import { ORDER_QUANTITY_MAX, PARCELS_MAX } from './price-order';

/** Copies of one cart item in one parcel; `parcel` is an index, null for a file. */
export type PlannedLine<Item> = { item: Item; parcel: number | null; quantity: number };

type CartItem = { id: string; quantity: number; product: { kind: 'PRINTED' | 'PDF' } };
type WantedParcel = { items: readonly { cartItemId: string; quantity: number }[] };

/**
 * Lines of an order in the order of the cart: every printed copy goes into exactly one parcel, files go into none.
 * @throws DomainError "cart.empty", "cart.too_many", "cart.too_many_parcels", "cart.parcels_incomplete"
 */
export function planParcels<Item extends CartItem>(
  items: readonly Item[],
  parcels: readonly WantedParcel[],
): PlannedLine<Item>[] {
  if (items.length === 0) throw new DomainError('cart.empty');
  const copies = items.reduce((sum, { quantity }) => sum + quantity, 0);
  if (copies > ORDER_QUANTITY_MAX)
    throw new DomainError('cart.too_many', { max: ORDER_QUANTITY_MAX });
  if (parcels.length > PARCELS_MAX) {
    throw new DomainError('cart.too_many_parcels', { max: PARCELS_MAX });
  }
  let placed = 0;
  const lines = items.flatMap((item): PlannedLine<Item>[] => {
    if (item.product.kind === 'PDF') return [{ item, parcel: null, quantity: item.quantity }];
    const mine = parcels.flatMap((parcel, index) =>
      parcel.items
        .filter(({ cartItemId }) => cartItemId === item.id)
        .map(({ quantity }) => ({ item, parcel: index, quantity })),
    );
    const isTwice = new Set(mine.map(({ parcel }) => parcel)).size !== mine.length;
    const wanted = mine.reduce((sum, { quantity }) => sum + quantity, 0);
    if (isTwice || wanted !== item.quantity) throw new DomainError('cart.parcels_incomplete');
    placed += mine.length;
    return mine;
  });
  // Whatever a parcel names besides is not in the cart.
  const named = parcels.reduce((sum, parcel) => sum + parcel.items.length, 0);
  if (named !== placed || parcels.some((parcel) => parcel.items.length === 0)) {
    throw new DomainError('cart.parcels_incomplete');
  }
  return lines;
}
