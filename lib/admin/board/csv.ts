/** A spreadsheet would run these at the beginning of a cell as a formula. */
const STARTS_FORMULA = /^[=+\-@\t\r\n]/;

/** Says that the text is UTF-8; without it Excel guesses. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One cell of RFC 4180. Text that would start a formula gets an apostrophe in front; numbers stay numbers. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
