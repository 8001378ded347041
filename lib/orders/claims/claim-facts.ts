import { fromDateColumn } from '@/lib/db/plain-date-column';
import type { OrderRow } from '../store';

/** What decides whether a fault of this order may be reported. */
export function claimFacts(order: OrderRow) {
  const moved = order.events.findLast(({ toStatus }) => toStatus === 'DELIVERED');
  const [firstArrivedAt = null] = order.shipments
    .flatMap(({ deliveredAt }) => deliveredAt ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
  // The last of its parcels; an order of files alone has none.
  const [lastDay = null] = order.parcels
    .map(({ arrivesTo }) => fromDateColumn(arrivesTo))
    .sort()
    .reverse();
  return {
    status: order.status,
    deliveredAt: moved?.createdAt ?? null,
    firstArrivedAt,
    arrivesTo: lastDay,
    hasPrinted: order.items.some(({ parcelId }) => parcelId !== null),
  };
}
