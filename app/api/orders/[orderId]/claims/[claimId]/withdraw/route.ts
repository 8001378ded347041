import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { ClaimParamsSchema } from '@/lib/orders/claims/schema';
import { withdrawClaim } from '@/lib/orders/claims/withdraw-claim';

export const POST = defineRoute({
  access: 'customer',
  params: ClaimParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await withdrawClaim(ctx, params);
    return null;
  },
});
