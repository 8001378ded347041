import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CARRIER_IDS } from '@/lib/orders/carriers';
import { SenderSchema } from '@/lib/orders/delivery/sender-schema';
import { SHIPMENT_STATUSES } from '@/lib/orders/delivery/shipment-states';

/** Parcels that one press of a button works on: a desk full, and the carrier's limit of labels. */
const PACKING_MAX = 100;

export const ParcelParamsSchema = z.strictObject({ parcelId: idSchema('parcel') });
export const ShipmentParamsSchema = z.strictObject({ shipmentId: idSchema('shipment') });

export const SendByHandSchema = z.strictObject({
  carrier: z.enum(CARRIER_IDS),
  /** Judged in the use case, which has a code of its own for it. */
  trackingNumber: z.string().trim().max(60),
});
export type SendByHandInput = z.output<typeof SendByHandSchema>;

const reason = z.string().trim().max(500, 'too_long');
export const CancelWaybillSchema = z.strictObject({ reason });
export const MoveShipmentSchema = z.strictObject({ to: z.enum(SHIPMENT_STATUSES), reason });
export type MoveShipmentInput = z.output<typeof MoveShipmentSchema>;

export const WaybillsSchema = z.strictObject({
  parcelIds: z.array(idSchema('parcel')).min(1).max(PACKING_MAX),
});

/** "shp_…,shp_…" as it stands in an address. */
const idList = <K extends 'shipment' | 'parcel'>(kind: K) =>
  z
    .string()
    .max(PACKING_MAX * 64)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(idSchema(kind)).min(1).max(PACKING_MAX));
export const LabelsQuerySchema = z.object({ ids: idList('shipment') });
export const SlipsQuerySchema = z.object({ ids: idList('parcel') });

export const SaveSenderSchema = SenderSchema;

export const PACKING_STATES = ['ready', 'labelled', 'problem'] as const;
export type PackingState = (typeof PACKING_STATES)[number];

/** The packing table's filter as it stands in the address; anything unreadable counts as not set. */
export const PackingFilterSchema = z.object({
  state: z.enum(PACKING_STATES).catch('ready'),
  carrier: z.enum(['nova-poshta', 'other']).nullable().catch(null),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PackingFilter = z.output<typeof PackingFilterSchema>;
