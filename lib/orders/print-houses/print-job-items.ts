import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** Which calendars of an order, and how many copies of each. */
export const PrintJobItemsSchema = z
  .array(
    z.strictObject({
      orderItemId: idSchema('orderItem'),
      quantity: z.number().int().min(1).max(999),
    }),
  )
  .min(1);
export type PrintJobItems = z.output<typeof PrintJobItemsSchema>;

/** The items column of a print job or of a claim. */
export function readPrintJobItems(column: unknown): PrintJobItems {
  return PrintJobItemsSchema.parse(column);
}
