/**
 * A spreadsheet would run these at the beginning of a cell as a formula (OWASP, "CSV Injection"), and a cell begins where
 * it thinks so: half of Europe's read a semicolon as the end of one, some a tab or a bar, quoted or not.
 */
const STARTS_FORMULA = /(^|[;,|"\t\r\n])(\s*)(?=[=+\-@\t\r\n＝＋－＠])/g;

/** Says that the text is UTF-8; without it Excel guesses. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One cell of RFC 4180. What would start a formula gets an apostrophe in front; numbers stay numbers. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = value.replace(STARTS_FORMULA, "$1$2'");
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
