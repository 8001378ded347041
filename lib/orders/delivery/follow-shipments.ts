import type { TxCtx } from '@/lib/db/context';
import { readAddress } from '../address-lines';
import { carrierForCustomer } from '../carriers';
import { moveOrder } from '../move-order';
import { queueOrderMail, type SentParcel } from '../queue-order-mail';
import { lockOrder, type OrderRow } from '../store';
import { findReprintsUnderWay, findToldShipments, TOLD_TOGETHER } from './delivery-store';
import { isLive, isUnderWay } from './shipment-states';

/**
 * Brings an order to where its parcels are: SHIPPED when each of them is under way, DELIVERED when each has arrived,
 * with the mail about it. Of several addresses none waits for another to be told of: each mail names the parcels that no
 * mail has named. A reprint that leaves later gets a mail of its own. Asked again it does nothing again.
 */
export async function followShipments(tx: TxCtx, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (!order || order.parcels.length === 0) return;
  const by = tx.actor.role === 'SYSTEM' ? 'system' : 'staff';
  const sent = order.parcels.map((parcel) =>
    order.shipments.filter(
      (shipment) => shipment.parcelId === parcel.id && isUnderWay(shipment.status),
    ),
  );
  let status = order.status;
  if (status === 'IN_PRODUCTION') {
    const isOne = order.parcels.length === 1;
    if (sent.every((shipments) => shipments.length > 0)) {
      await moveOrder(tx, order, { to: 'SHIPPED', by });
      status = 'SHIPPED';
    }
    const told = await findToldShipments(tx, orderId);
    const news = sent.flat().filter(({ id }) => !told.has(id));
    if (news.length > 0) {
      await queueOrderMail(tx, order, {
        template: 'order-shipped',
        key: isOne ? null : news.map(({ id }) => id).join(TOLD_TOGETHER),
        parcels: news.map((shipment) => sentParcel(order, shipment)),
      });
    }
  } else if (status === 'SHIPPED' || status === 'DELIVERED') {
    const told = await findToldShipments(tx, orderId);
    for (const shipment of await findReprintsUnderWay(tx, orderId)) {
      if (told.has(shipment.id)) continue;
      await queueOrderMail(tx, order, {
        template: 'order-shipped',
        key: shipment.id,
        parcels: [sentParcel(order, shipment)],
      });
    }
  }
  const hasArrived = sent.every((shipments) =>
    shipments.some((shipment) => shipment.status === 'DELIVERED'),
  );
  if (status === 'SHIPPED' && hasArrived) {
    await moveOrder(tx, { ...order, status }, { to: 'DELIVERED', by });
    await queueOrderMail(tx, order, { template: 'order-delivered' });
  }
}

function sentParcel(
  order: OrderRow,
  shipment: {
    parcelId: string | null;
    carrier: string;
    trackingNumber: string;
    trackingUrl: string | null;
  },
): SentParcel {
  const parcel = order.parcels.find(({ id }) => id === shipment.parcelId);
  return {
    // Whoever sends to one address knows whom to.
    recipient: parcel && order.parcels.length > 1 ? readAddress(parcel.address).recipient : '',
    carrier: carrierForCustomer(shipment.carrier, order.locale),
    trackingNumber: shipment.trackingNumber,
    trackingUrl: shipment.trackingUrl,
  };
}

/** Parcels of an order that no live shipment carries. */
export function unsentParcels(order: OrderRow): OrderRow['parcels'] {
  return order.parcels.filter(
    ({ id }) => !order.shipments.some(({ parcelId, status }) => parcelId === id && isLive(status)),
  );
}
