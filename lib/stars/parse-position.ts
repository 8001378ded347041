/** A position in the ledger out of an address; null for anything that is not one. */
export function parsePosition(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}
