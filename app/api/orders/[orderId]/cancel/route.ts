import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { OrderParamsSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  output: z.null(),
  rate: { name: 'cancel', points: 20, seconds: 600 },
  run: async (ctx, { params }) => {
    await cancelOrder(ctx, params);
    return null;
  },
});
