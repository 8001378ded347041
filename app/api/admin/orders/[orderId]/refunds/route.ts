import { z } from 'zod';
import { refundOrder } from '@/lib/admin/refund-order';
import { RefundOrderSchema } from '@/lib/admin/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { OrderParamsSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'finance',
  params: OrderParamsSchema,
  body: RefundOrderSchema,
  output: z.object({ refundId: idSchema('refund').nullable() }),
  run: (ctx, { params, body }) => refundOrder(ctx, { ...params, ...body }),
});
