import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { placeOrder } from '@/lib/orders/place-order';
import { PlaceOrderSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'customer',
  body: PlaceOrderSchema,
  output: z.object({ orderId: idSchema('order'), redirectUrl: z.string().nullable() }),
  rate: { name: 'order', points: 30, seconds: 600 },
  run: (ctx, { body }) => placeOrder(ctx, body),
});
