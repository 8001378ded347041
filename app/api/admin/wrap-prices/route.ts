import { z } from 'zod';
import { WrapPricesSchema } from '@/lib/admin/products/schema';
import { changeWrapPrices } from '@/lib/admin/products/wrap-prices';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'finance',
  body: WrapPricesSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await changeWrapPrices(ctx, body);
    return null;
  },
});
