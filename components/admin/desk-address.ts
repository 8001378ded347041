/** A table's filter as it stands in its address. */
export type DeskFilter = Readonly<Record<string, unknown>> & { page: number };

/** The address of a view of a table: only what is set, and no first page, so that equal views have equal addresses. */
export function deskAddress(
  path: string,
  filter: DeskFilter,
  change: Readonly<Record<string, string | number | null>> = {},
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, ...change })) {
    if (value && !(key === 'page' && value === 1)) query.set(key, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
