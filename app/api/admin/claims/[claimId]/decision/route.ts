import { z } from 'zod';
import { decideClaim } from '@/lib/admin/claims/decide-claim';
import { DecideClaimSchema, StaffClaimParamsSchema } from '@/lib/admin/claims/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'claims',
  params: StaffClaimParamsSchema,
  body: DecideClaimSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await decideClaim(ctx, { ...params, decision: body });
    return null;
  },
});
