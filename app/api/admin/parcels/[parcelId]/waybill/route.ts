import { z } from 'zod';
import { askWaybill } from '@/lib/admin/delivery/ask-waybill';
import { ParcelParamsSchema } from '@/lib/admin/delivery/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: ParcelParamsSchema,
  output: z.object({ shipmentId: idSchema('shipment') }),
  run: async (ctx, { params }) => ({ shipmentId: await askWaybill(ctx, params) }),
});
