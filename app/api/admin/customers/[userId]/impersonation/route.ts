import { z } from 'zod';
import { CustomerParamsSchema, LookSchema } from '@/lib/admin/customers/schema';
import { startLooking } from '@/lib/admin/customers/start-looking';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'admin',
  params: CustomerParamsSchema,
  body: LookSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await startLooking(ctx, { ...params, ...body });
    return null;
  },
});
