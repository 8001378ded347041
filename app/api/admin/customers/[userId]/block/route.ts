import { z } from 'zod';
import { blockCustomer } from '@/lib/admin/customers/block-customer';
import { BlockSchema, CustomerParamsSchema } from '@/lib/admin/customers/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'support',
  params: CustomerParamsSchema,
  body: BlockSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await blockCustomer(ctx, { ...params, ...body });
    return null;
  },
});
