import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { openClaim } from '@/lib/orders/claims/open-claim';
import { OpenClaimSchema } from '@/lib/orders/claims/schema';
import { OrderParamsSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  body: OpenClaimSchema,
  rate: { name: 'claim', points: 20, seconds: 3600 },
  output: z.strictObject({ claimId: idSchema('claim') }),
  run: (ctx, { params, body }) => openClaim(ctx, { ...params, ...body }),
});
