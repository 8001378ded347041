import { z } from 'zod';
import { retryRefund } from '@/lib/admin/retry-refund';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  params: z.strictObject({ orderId: idSchema('order'), refundId: idSchema('refund') }),
  output: z.null(),
  run: async (ctx, { params }) => {
    await retryRefund(ctx, params);
    return null;
  },
});
