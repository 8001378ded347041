/**
 * Remembers what `make` gave for a key and forgets the key that was asked for longest ago once there are more
 * than `limit`, so that asking for every place and year does not fill the memory.
 */
export function boundedCache<Value>(
  limit: number,
  make: (key: string) => Value,
): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    const value = known ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next();
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
    return value;
  };
}
