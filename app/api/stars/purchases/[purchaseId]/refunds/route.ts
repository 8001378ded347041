import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { refundStars } from '@/lib/stars/refund-stars';
import { PurchaseParamsSchema, RefundStarsSchema } from '@/lib/stars/schema';

export const POST = defineRoute({
  access: 'customer',
  params: PurchaseParamsSchema,
  body: RefundStarsSchema,
  output: z.object({ refundId: z.string(), amountMinor: z.number() }),
  rate: { name: 'refund-stars', points: 20, seconds: 600 },
  run: (ctx, { params, body }) => refundStars(ctx, { ...params, ...body }),
});
