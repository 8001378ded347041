import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { moveOrder } from '../move-order';
import { requireMove } from '../order-states';
import { queueOrderMail } from '../queue-order-mail';
import { lockOrder } from '../store';
import { choosePrintHouse } from './choose-print-house';
import { queuePrintJob } from './queue-print-job';
import { findParcelsToPrint } from './store';

/**
 * Hands every parcel of a paid order to a print house: the print jobs, the move to IN_PRODUCTION and the mail about it
 * exist together or not at all. Files alone have nothing to print.
 * @param wish.printHouseId null takes the first active house that can make everything in the order
 * @throws DomainError "order.not_found", "order.held", "order.illegal_transition", "print_house.not_found",
 *   "print_house.invalid"
 */
export async function startProduction(
  tx: TxCtx,
  wish: { orderId: string; printHouseId: string | null },
): Promise<Id<'printJob'>[]> {
  const order = await lockOrder(tx, wish.orderId);
  if (!order) throw new DomainError('order.not_found');
  if (order.heldAt !== null) throw new DomainError('order.held');
  requireMove(order.status, 'IN_PRODUCTION', 'staff');
  const parcels = await findParcelsToPrint(tx, order.id);
  const slugs = parcels.flatMap(({ items }) => items.map(({ product }) => product.slug));
  const house = await choosePrintHouse(tx, {
    printHouseId: wish.printHouseId,
    productSlugs: [...new Set(slugs)],
    parcels,
  });
  await moveOrder(tx, order, {
    to: 'IN_PRODUCTION',
    by: 'staff',
    data: { printHouse: house.name },
  });
  const jobs: Id<'printJob'>[] = [];
  for (const parcel of parcels) {
    const items = parcel.items.map(({ id, quantity }) => ({
      orderItemId: id as Id<'orderItem'>,
      quantity,
    }));
    const { id: parcelId } = parcel;
    const { id: printHouseId } = house;
    const wished = { orderId: order.id, parcelId, printHouseId, claimId: null, items };
    jobs.push(await queuePrintJob(tx, wished));
  }
  await queueOrderMail(tx, order, { template: 'order-in-production' });
  return jobs;
}
