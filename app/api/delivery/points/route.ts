import { defineRoute } from '@/lib/http/define-route';
import { listPoints } from '@/lib/orders/delivery/list-points';
import { PointQuerySchema } from '@/lib/orders/delivery/methods';

const CACHE = { 'cache-control': 'private, max-age=300' };

export const GET = defineRoute({
  access: 'guest',
  query: PointQuerySchema,
  output: 'response',
  rate: { name: 'delivery-places', points: 120, seconds: 60 },
  run: async (ctx, { query }) =>
    Response.json({ points: await listPoints(ctx, query) }, { headers: CACHE }),
});
