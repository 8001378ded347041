import { PARCELS_MAX } from '../price-order';

/** Which copies of what go into a parcel: pieces by cart item. */
export type ParcelItems = Readonly<Record<string, number>>;
type Holder = { key: string; items: ParcelItems };
type Line = { id: string; quantity: number };

/**
 * Makes parcels hold exactly what is in the cart: what left the cart leaves them, too many copies leave from the last
 * parcel on, missing ones join the first. A parcel that has become empty goes, unless it is the only one.
 * @param lines what is sent; files are not
 */
export function fitParcels<P extends Holder>(parcels: readonly P[], lines: readonly Line[]): P[] {
  if (lines.length === 0 || parcels.length === 0) return [];
  const held: Record<string, number>[] = parcels.map(() => ({}));
  for (const { id, quantity } of lines) {
    let left = quantity;
    parcels.forEach((parcel, index) => {
      const pieces = Math.min(left, Math.max(0, parcel.items[id] ?? 0));
      left -= pieces;
      put(held[index], id, pieces);
    });
    if (left > 0) put(held[0], id, left + (held[0]?.[id] ?? 0));
  }
  const fitted = parcels.map((parcel, index) => ({ ...parcel, items: held[index] ?? {} }));
  const filled = fitted.filter(({ items }) => copiesIn(items) > 0);
  return filled.length > 0 ? filled : fitted.slice(0, 1);
}

export function copiesIn(items: ParcelItems): number {
  return Object.values(items).reduce((sum, pieces) => sum + pieces, 0);
}

/** Each address needs a copy of its own. */
export function canAddParcel(parcels: readonly Holder[]): boolean {
  const copies = parcels.reduce((sum, { items }) => sum + copiesIn(items), 0);
  return parcels.length < PARCELS_MAX && copies > parcels.length;
}

/** Adds a parcel with one copy out of the fullest one, so that all copies still have an address. */
export function addParcel<P extends Holder>(parcels: readonly P[], added: P): P[] {
  const fullest = [...parcels].sort((a, b) => copiesIn(b.items) - copiesIn(a.items))[0];
  const most = Object.entries(fullest?.items ?? {}).sort(([, a], [, b]) => b - a)[0];
  if (!fullest || !most || copiesIn(fullest.items) < 2) return [...parcels];
  return moveCopies([...parcels, { ...added, items: {} }], fullest.key, added.key, most[0], 1);
}

/** Takes a parcel away; its copies go to the first of the others. */
export function removeParcel<P extends Holder>(parcels: readonly P[], key: string): P[] {
  const gone = parcels.find((parcel) => parcel.key === key);
  const [first, ...rest] = parcels.filter((parcel) => parcel.key !== key);
  if (!gone || !first) return [...parcels];
  const items: Record<string, number> = { ...first.items };
  for (const [id, pieces] of Object.entries(gone.items)) put(items, id, (items[id] ?? 0) + pieces);
  return [{ ...first, items }, ...rest];
}

/**
 * One copy more or fewer in a parcel. One more comes from the parcel that has most of it, one fewer goes to the first
 * of the others, so that no copy is ever without an address.
 */
export function stepCopies<P extends Holder>(
  parcels: readonly P[],
  key: string,
  cartItemId: string,
  step: 1 | -1,
): P[] {
  const others = parcels.filter((parcel) => parcel.key !== key);
  const pieces = (parcel: Holder) => parcel.items[cartItemId] ?? 0;
  if (step === 1) {
    const [giver] = [...others].sort((a, b) => pieces(b) - pieces(a));
    return giver && pieces(giver) > 0
      ? moveCopies(parcels, giver.key, key, cartItemId, 1)
      : [...parcels];
  }
  const own = parcels.find((parcel) => parcel.key === key);
  const [taker] = others;
  return own && taker && pieces(own) > 0
    ? moveCopies(parcels, key, taker.key, cartItemId, 1)
    : [...parcels];
}

function moveCopies<P extends Holder>(
  parcels: readonly P[],
  from: string,
  to: string,
  cartItemId: string,
  count: number,
): P[] {
  return parcels.map((parcel) => {
    const change = (parcel.key === to ? count : 0) - (parcel.key === from ? count : 0);
    if (change === 0) return parcel;
    const items: Record<string, number> = { ...parcel.items };
    put(items, cartItemId, (items[cartItemId] ?? 0) + change);
    return { ...parcel, items };
  });
}

/** Writes a count; none is no entry. */
function put(items: Record<string, number> | undefined, id: string, pieces: number): void {
  if (!items) return;
  if (pieces > 0) items[id] = pieces;
  else delete items[id];
}
