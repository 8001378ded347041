import { CURRENCY_DIGITS, type Currency, LARGEST_CHARGE } from '@/lib/core/money';

/**
 * Reads an amount as a person types it, "12.50", "12,5", "1 250": into minor units.
 * @returns null for anything that is not one amount above zero with at most the currency's digits, and for more than any
 *   till takes
 */
export function parseAmount(text: string, currency: Currency): number | null {
  const digits = CURRENCY_DIGITS[currency];
  const match = /^(\d{1,7})(?:[.,](\d+))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  if (!match) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  const minor = Number(`${match[1]}${fraction.padEnd(digits, '0')}`);
  return minor > 0 && minor <= LARGEST_CHARGE ? minor : null;
}

/** Minor units as a person would type them: 1250 EUR is "12.50". */
export function writeAmount(amountMinor: number, currency: Currency): string {
  const digits = CURRENCY_DIGITS[currency];
  const text = String(amountMinor).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
