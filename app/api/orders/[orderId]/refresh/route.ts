import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { refreshOrderPayment } from '@/lib/orders/refresh-order-payment';
import { OrderParamsSchema, OrderStatusSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  output: z.object({ status: OrderStatusSchema, isInReview: z.boolean() }),
  rate: { name: 'refresh', points: 60, seconds: 60 },
  run: (ctx, { params }) => refreshOrderPayment(ctx, params),
});
