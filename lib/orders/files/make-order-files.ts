import { requestDigitalEdition } from '@/lib/calendars/request-digital-edition';
import type { TxCtx } from '@/lib/db/context';
import type { OrderRow } from '../store';

/**
 * Has the clean files of a paid order made from what was approved. Asking again changes nothing but starts failed ones
 * anew; the job that finishes a file hands it over (deliverFiles).
 */
export async function makeOrderFiles(tx: TxCtx, order: OrderRow): Promise<void> {
  for (const { product, proof } of order.items) {
    if (product.kind === 'PDF') await requestDigitalEdition(tx, proof);
  }
}
