import { assert } from '@/lib/core/assert';
import { readPrintJobItems } from './print-job-items';
import type { PrintJobRow } from './store';

type Item = PrintJobRow['order']['items'][number];

/** The frozen order items of a print job with the copies to print of each. */
export function itemsToPrint(job: PrintJobRow): { item: Item; quantity: number }[] {
  return readPrintJobItems(job.items).map(({ orderItemId, quantity }) => {
    const item = job.order.items.find(({ id }) => id === orderItemId);
    assert(item, `item ${orderItemId} of print job ${job.id} is in its order`);
    return { item, quantity };
  });
}
