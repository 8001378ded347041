const PAGE_MAX = 10_000;

/** The number of a page of a list out of an address; 1 for anything that is not one. */
export function parsePage(value: string | string[] | undefined): number {
  const page = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : 1;
  return Math.min(PAGE_MAX, Math.max(1, page));
}
