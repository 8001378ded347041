/**
 * Stops the current request or job when a state that the code relies on does not hold.
 * For our own mistakes only: bad input from outside is refused with a DomainError instead.
 */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`);
}

/** Marks a switch as exhaustive: a new member of the union becomes a compile error here. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
