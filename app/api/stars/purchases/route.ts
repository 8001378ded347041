import { z } from 'zod';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { defineRoute } from '@/lib/http/define-route';
import { BuyStarsSchema } from '@/lib/stars/schema';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';

export const POST = defineRoute({
  access: 'customer',
  body: BuyStarsSchema,
  output: z.object({ purchaseId: z.string(), redirectUrl: z.string().nullable() }),
  rate: { name: 'buy-stars', points: 20, seconds: 600 },
  run: (ctx, { body }) => {
    const returnTo = body.returnTo === null ? null : safeReturnTo(body.returnTo);
    return startStarPurchase(ctx, { ...body, returnTo });
  },
});
