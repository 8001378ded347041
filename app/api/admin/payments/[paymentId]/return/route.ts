import { z } from 'zod';
import { returnPayment } from '@/lib/admin/tills/return-payment';
import { PaymentParamsSchema, ReturnPaymentSchema } from '@/lib/admin/tills/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  params: PaymentParamsSchema,
  body: ReturnPaymentSchema,
  output: z.object({ refundId: idSchema('refund') }),
  run: (ctx, { params, body }) => returnPayment(ctx, { ...params, ...body }),
});
