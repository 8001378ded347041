/** How an item was pressed: alone, as one more, or as the end of a row. */
export type ChooseMode = 'one' | 'toggle' | 'range';

export function chooseModeOf(event: {
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}): ChooseMode {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'one';
}

/**
 * What is chosen after an item was pressed.
 * @param items all that can be chosen, in the order of the screen
 * @param anchor where a row begins: the item that was pressed last
 */
export function choose<T>(
  chosen: ReadonlySet<T>,
  items: readonly T[],
  anchor: T | null,
  pressed: T,
  mode: ChooseMode,
): ReadonlySet<T> {
  if (mode === 'one') return new Set([pressed]);
  const next = new Set(chosen);
  if (mode === 'toggle') {
    if (!next.delete(pressed)) next.add(pressed);
    return next;
  }
  const end = items.indexOf(pressed);
  const start = anchor === null ? end : items.indexOf(anchor);
  const [low, high] = start === -1 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  for (const item of items.slice(low, high + 1)) next.add(item);
  return next;
}
