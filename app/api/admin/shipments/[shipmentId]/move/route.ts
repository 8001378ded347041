import { z } from 'zod';
import { changeShipment } from '@/lib/admin/delivery/change-shipment';
import { MoveShipmentSchema, ShipmentParamsSchema } from '@/lib/admin/delivery/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: ShipmentParamsSchema,
  body: MoveShipmentSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changeShipment(ctx, { ...params, ...body });
    return null;
  },
});
