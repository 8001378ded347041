import { z } from 'zod';

/** Where a look can stand: as it came, or as staff keep it. */
export const LOOK_STATES = ['BUILT_IN', 'PUBLISHED', 'DRAFT', 'RETIRED'] as const;

/** The filter of themes and templates as it stands in the address; anything unreadable counts as not set. */
export const LookFilterSchema = z.object({
  /** Part of a name or of a short name. */
  search: z.string().trim().max(100).catch(''),
  status: z.enum(LOOK_STATES).nullable().catch(null),
});
export type LookFilter = z.output<typeof LookFilterSchema>;

/** @param look.status of staff's own version; null where there is none and the built-in one holds */
export function fitsLookFilter(
  { search, status }: LookFilter,
  look: { words: readonly string[]; status: 'DRAFT' | 'PUBLISHED' | 'RETIRED' | null },
): boolean {
  const wanted = search.toLowerCase();
  return (
    (status === null || (look.status ?? 'BUILT_IN') === status) &&
    (wanted === '' || look.words.some((word) => word.toLowerCase().includes(wanted)))
  );
}
