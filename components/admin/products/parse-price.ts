import type { Currency } from '@/lib/core/money';
import { parseAmount } from '@/lib/orders/parse-amount';

/** As parseAmount, with nothing as a sum of its own: "0". */
export function parsePrice(text: string, currency: Currency): number | null {
  return /^\s*0+([.,]0+)?\s*$/.test(text) ? 0 : parseAmount(text, currency);
}
