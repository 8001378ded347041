import { z } from 'zod';
import { holdOrder } from '@/lib/admin/hold-order';
import { HoldOrderSchema } from '@/lib/admin/schema';
import { defineRoute } from '@/lib/http/define-route';
import { OrderParamsSchema } from '@/lib/orders/schema';

export const PUT = defineRoute({
  access: 'production',
  params: OrderParamsSchema,
  body: HoldOrderSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await holdOrder(ctx, { ...params, ...body });
    return null;
  },
});
