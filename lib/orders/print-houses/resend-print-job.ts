import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { lockOrder } from '../store';
import { choosePrintHouse } from './choose-print-house';
import { readPrintJobItems } from './print-job-items';
import { isLostPrintJob } from './print-job-states';
import { queuePrintJob } from './queue-print-job';
import { lockPrintJob } from './store';

/**
 * Hands the calendars of a refused, failed or cancelled print job over again, to the same house or another one. A second
 * press, or a second member of staff, finds the new job there and is refused.
 * @throws DomainError "print_job.not_found", "print_job.illegal_transition", "order.held", "order.illegal_transition",
 *   "print_house.not_found", "print_house.invalid"
 */
export async function resendPrintJob(
  tx: TxCtx,
  wish: { printJobId: string; printHouseId: string },
): Promise<{ printJobId: Id<'printJob'>; orderId: string }> {
  const found = await lockPrintJob(tx, wish.printJobId);
  if (!found) throw new DomainError('print_job.not_found');
  const order = await lockOrder(tx, found.orderId);
  if (!order) throw new DomainError('print_job.not_found');
  if (!isLostPrintJob(found.status)) {
    throw new DomainError('print_job.illegal_transition', { from: found.status, to: 'QUEUED' });
  }
  if (order.heldAt !== null) throw new DomainError('order.held');
  const isWanted =
    found.claim === null ? order.status === 'IN_PRODUCTION' : found.claim.status === 'REPRINT';
  if (!isWanted) {
    throw new DomainError('order.illegal_transition', { from: order.status, to: 'IN_PRODUCTION' });
  }
  const items = readPrintJobItems(found.items);
  const wanted = new Set<string>(items.map(({ orderItemId }) => orderItemId));
  const house = await choosePrintHouse(tx, {
    printHouseId: wish.printHouseId,
    productSlugs: found.order.items
      .filter(({ id }) => wanted.has(id))
      .map(({ product }) => product.slug),
    parcels: [found.parcel],
  });
  const { orderId, parcelId, claimId } = found;
  const printJobId = await queuePrintJob(tx, {
    orderId,
    parcelId,
    printHouseId: house.id,
    claimId,
    items,
  });
  return { printJobId, orderId };
}
