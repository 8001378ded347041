import type { FormatId } from '@/lib/calendars/document';
import { formatOf } from '@/lib/print/formats';

/** Board, film and box around the calendars; a calendar is as thick with its wire. */
const WRAPPING_G = 150;
const MARGIN_MM = 30;
const BASE_HEIGHT_MM = 15;
const COPY_HEIGHT_MM = 5;
/** Declared when the order was paid in another currency: roughly one calendar. */
const USUAL_VALUE_MINOR = 500_00;

type PackedItem = {
  formatId: string;
  quantity: number;
  product: { weightG: number };
  /** Paid for all copies. */
  totalMinor: number;
  discountMinor: number;
};

/** The wrapped parcel as a carrier wants to know it: calendars lie flat, one on the other. */
export function parcelMeasures(
  items: readonly PackedItem[],
  currency: string,
): { weightG: number; lengthMm: number; widthMm: number; heightMm: number; valueMinor: number } {
  const copies = items.reduce((sum, { quantity }) => sum + quantity, 0);
  const sides = items.map(({ formatId }) => {
    const { widthMm, heightMm } = formatOf(formatId as FormatId).trim;
    return [Math.max(widthMm, heightMm), Math.min(widthMm, heightMm)] as const;
  });
  const paid = items.reduce((sum, item) => sum + item.totalMinor - item.discountMinor, 0);
  return {
    weightG:
      WRAPPING_G +
      items.reduce((sum, { product, quantity }) => sum + product.weightG * quantity, 0),
    lengthMm: Math.max(0, ...sides.map(([long]) => long)) + MARGIN_MM,
    widthMm: Math.max(0, ...sides.map(([, short]) => short)) + MARGIN_MM,
    heightMm: BASE_HEIGHT_MM + COPY_HEIGHT_MM * copies,
    valueMinor: currency === 'UAH' && paid > 0 ? paid : USUAL_VALUE_MINOR,
  };
}
