import { z } from 'zod';
import { CancelWaybillSchema, ShipmentParamsSchema } from '@/lib/admin/delivery/schema';
import { stopWaybill } from '@/lib/admin/delivery/stop-waybill';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: ShipmentParamsSchema,
  body: CancelWaybillSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await stopWaybill(ctx, { ...params, ...body });
    return null;
  },
});
