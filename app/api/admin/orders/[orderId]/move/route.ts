import { z } from 'zod';
import { moveOrder } from '@/lib/admin/move-order';
import { MoveOrderSchema } from '@/lib/admin/schema';
import { defineRoute } from '@/lib/http/define-route';
import { OrderParamsSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'production',
  params: OrderParamsSchema,
  body: MoveOrderSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await moveOrder(ctx, { ...params, move: body });
    return null;
  },
});
