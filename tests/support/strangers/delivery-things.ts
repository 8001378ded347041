import type { Id } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

/** A waybill of the paid order's parcel that the carrier was not asked for yet, and a shipment that is under way. */
export async function addShipments(
  db: PrismaClient,
  things: {
    paidOrder: Id<'order'>;
    parcel: Id<'parcel'>;
    waybill: Id<'shipment'>;
    shipment: Id<'shipment'>;
  },
): Promise<void> {
  const common = { orderId: things.paidOrder, parcelId: things.parcel };
  await db.shipment.createMany({
    data: [
      {
        ...common,
        id: things.waybill,
        carrier: 'Nova Poshta',
        status: 'LABELLED',
        trackingNumber: '',
      },
      {
        ...common,
        id: things.shipment,
        carrier: 'DHL',
        status: 'IN_TRANSIT',
        trackingNumber: things.shipment,
      },
    ],
  });
}
