import type { PrintLanguage } from '@/lib/calendars/document';

/**
 * The first of ten digits that a language has of its own.
 * Source: Unicode CLDR 48, native numbering systems (ar arab, fa arabext, hi deva).
 */
const ZEROS: Partial<Record<PrintLanguage, number>> = { ar: 0x0660, fa: 0x06f0, hi: 0x0966 };

/**
 * A whole number as printed, without groups: "2027", "٢٠٢٧".
 * @param hasNativeDigits the language's own digits where it has some; Latin ones otherwise
 */
export function formatNumber(
  value: number,
  language: PrintLanguage,
  hasNativeDigits: boolean,
): string {
  const zero = hasNativeDigits ? ZEROS[language] : undefined;
  if (zero === undefined) return String(value);
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
