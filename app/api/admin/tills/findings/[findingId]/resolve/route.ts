import { z } from 'zod';
import { resolveFinding } from '@/lib/admin/tills/resolve-finding';
import { FindingParamsSchema, ResolveFindingSchema } from '@/lib/admin/tills/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  params: FindingParamsSchema,
  body: ResolveFindingSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await resolveFinding(ctx, { ...params, ...body });
    return null;
  },
});
