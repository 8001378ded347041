import { pageSvg } from '@/lib/calendars/page-svg';
import { CalendarPageParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'guest',
  params: CalendarPageParamsSchema,
  output: 'response',
  run: async (ctx, { params }) =>
    new Response(await pageSvg(ctx, params), {
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'private, no-cache',
        'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'none'; sandbox",
      },
    }),
});
