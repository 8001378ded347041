import { z } from 'zod';
import { requestWaybills } from '@/lib/admin/delivery/request-waybills';
import { WaybillsSchema } from '@/lib/admin/delivery/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  body: WaybillsSchema,
  output: z.object({
    waybills: z.array(
      z.object({
        parcelId: idSchema('parcel'),
        shipmentId: idSchema('shipment').nullable(),
        problem: z.string().nullable(),
      }),
    ),
  }),
  run: async (ctx, { body }) => ({ waybills: await requestWaybills(ctx, body) }),
});
