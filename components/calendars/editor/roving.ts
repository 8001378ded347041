/** Steps of the arrow keys in a list that may be one row, one column or a grid. */
const DIRECTIONS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * The item that a key leads to from the focused one: the nearest in the arrow's direction, the first or the last. In a
 * single row or column the other two arrows step as well.
 * @returns null where the key does not move or there is nothing further
 */
export function itemByKey(
  key: string,
  items: readonly HTMLElement[],
  focused: HTMLElement,
): HTMLElement | null {
  const at = items.indexOf(focused);
  if (at === -1) return null;
  if (key === 'Home') return items[0] ?? null;
  if (key === 'End') return items.at(-1) ?? null;
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const from = middleOf(focused);
  const ahead = items
    .map((item) => {
      const to = middleOf(item);
      const along = (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
      const across =
        Math.abs((to.x - from.x) * direction.y) + Math.abs((to.y - from.y) * direction.x);
      return { item, along, across };
    })
    .filter(({ along, across }) => along > 1 && across <= along * 2);
  ahead.sort((a, b) => a.along + 2 * a.across - (b.along + 2 * b.across));
  const isLine = isRow(items) || isColumn(items);
  return ahead[0]?.item ?? (isLine ? (items[at + direction.x + direction.y] ?? null) : null);
}

function middleOf(element: HTMLElement): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

const isRow = (items: readonly HTMLElement[]) =>
  new Set(items.map((item) => Math.round(middleOf(item).y))).size === 1;
const isColumn = (items: readonly HTMLElement[]) =>
  new Set(items.map((item) => Math.round(middleOf(item).x))).size === 1;
