import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { payOrder } from '@/lib/orders/pay-order';
import { OrderParamsSchema, RequestKeySchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  body: z.strictObject({ requestKey: RequestKeySchema }),
  output: z.object({ redirectUrl: z.string().nullable() }),
  rate: { name: 'pay', points: 20, seconds: 600 },
  run: (ctx, { params, body }) => payOrder(ctx, { ...params, ...body }),
});
