import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { refreshStarPurchase } from '@/lib/stars/refresh-star-purchase';
import { PURCHASE_STATES, PurchaseParamsSchema } from '@/lib/stars/schema';

export const POST = defineRoute({
  access: 'customer',
  params: PurchaseParamsSchema,
  output: z.object({ state: z.enum(PURCHASE_STATES), stars: z.number() }),
  rate: { name: 'refresh', points: 60, seconds: 60 },
  run: (ctx, { params }) => refreshStarPurchase(ctx, params),
});
