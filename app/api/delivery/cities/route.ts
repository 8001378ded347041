import { defineRoute } from '@/lib/http/define-route';
import { CityQuerySchema } from '@/lib/orders/delivery/methods';
import { searchCities } from '@/lib/orders/delivery/search-cities';

/** Places do not move: a browser asks for the same letters once in five minutes. */
const CACHE = { 'cache-control': 'private, max-age=300' };

export const GET = defineRoute({
  access: 'guest',
  query: CityQuerySchema,
  output: 'response',
  rate: { name: 'delivery-places', points: 120, seconds: 60 },
  run: async (ctx, { query }) =>
    Response.json({ cities: await searchCities(ctx, query) }, { headers: CACHE }),
});
