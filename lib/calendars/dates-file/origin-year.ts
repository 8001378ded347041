/**
 * What address books write for a birthday of which they do not know the year: Apple 1604 (a leap year before anybody
 * living), others 1900.
 */
const UNKNOWN_YEARS: ReadonlySet<number> = new Set([1604, 1900]);

/** Whether something that is counted in years on a calendar can have begun in that year. */
export function isYearOfOrigin(year: number): boolean {
  return Number.isInteger(year) && year >= 1000 && year <= 2100 && !UNKNOWN_YEARS.has(year);
}
