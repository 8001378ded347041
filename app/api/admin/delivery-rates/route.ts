import { z } from 'zod';
import { changeRate } from '@/lib/admin/products/delivery-rates';
import { DeliveryRateSchema } from '@/lib/admin/products/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'finance',
  body: DeliveryRateSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await changeRate(ctx, body);
    return null;
  },
});
