/**
 * Who stands where when there may be more places than pictures. A number is the n-th picture that has no place yet
 * (which one it is, is decided later), a string one that has.
 */
export type Occupant = number | string;

/**
 * Fills the open places of a row so that nobody comes a second time while somebody waits for the first, nobody a third
 * time while somebody waits for the second, and each time the one whose own places are farthest away. In an empty row
 * that is the same order over and over, and no other keeps equal ones farther apart.
 * @param row who stands where already; null where nobody does
 * @param open the places to fill, ascending
 * @param freshCount how many have no place yet
 * @param reusable which of those in the row may come again
 * @returns the occupant of each open place; null where there is nobody at all
 */
export function repeatOrder(
  row: readonly (string | null)[],
  open: readonly number[],
  freshCount: number,
  reusable: ReadonlySet<string>,
): (Occupant | null)[] {
  const places = new Map<Occupant, number[]>();
  for (let fresh = 0; fresh < Math.min(freshCount, open.length); fresh += 1) places.set(fresh, []);
  for (const [place, name] of row.entries()) {
    if (name === null || !reusable.has(name)) continue;
    places.set(name, [...(places.get(name) ?? []), place]);
  }
  return open.map((place) => {
    let best: { occupant: Occupant; own: number[]; distance: number } | null = null;
    for (const [occupant, own] of places) {
      const distance = Math.min(...own.map((other) => Math.abs(other - place)));
      const isFewer = best === null || own.length < best.own.length;
      if (isFewer || (own.length === best?.own.length && distance > best.distance)) {
        best = { occupant, own, distance };
      }
    }
    if (!best) return null;
    best.own.push(place);
    return best.occupant;
  });
}
