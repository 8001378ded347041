import { z } from 'zod';
import { changeProduct } from '@/lib/admin/change-product';
import { ChangePriceSchema } from '@/lib/admin/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'finance',
  params: z.strictObject({ productId: idSchema('product') }),
  body: ChangePriceSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changeProduct(ctx, { ...params, ...body });
    return null;
  },
});
