import { type Currency, isCurrency } from '@/lib/core/money';

/** The currency named in the address of a page; null for anything else. */
export function parseCurrency(value: string | string[] | undefined): Currency | null {
  return typeof value === 'string' && isCurrency(value) ? value : null;
}
