import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { payOrder } from '@/lib/orders/pay-order';
import { OrderParamsSchema, RequestKeySchema } from '@/lib/orders/schema';
import { TILLS } from '@/lib/payments/till-choice';

export const POST = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  body: z.strictObject({ requestKey: RequestKeySchema, till: z.enum(TILLS) }),
  output: z.object({ redirectUrl: z.string().nullable() }),
  rate: { name: 'pay', points: 20, seconds: 600 },
  run: (ctx, { params, body }) => payOrder(ctx, { ...params, ...body }),
});
