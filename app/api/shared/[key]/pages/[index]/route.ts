import { drawSharedPage } from '@/lib/calendars/sharing/draw-shared-page';
import { SharedPageParamsSchema, SharedPageQuerySchema } from '@/lib/calendars/sharing/schema';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'image/jpeg',
  // Short: a link that was withdrawn must not live on in a browser.
  'cache-control': 'private, max-age=60',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, noimageindex',
};

/** One page of a shared calendar with the watermark in its pixels. Wrong, ended and withdrawn keys answer alike. */
export const GET = defineRoute({
  access: 'public',
  params: SharedPageParamsSchema,
  query: SharedPageQuerySchema,
  rate: { name: 'shared-page', points: 600, seconds: 600 },
  output: 'response',
  run: async (ctx, { params, query }) => {
    const bytes = await drawSharedPage(ctx, { ...params, size: query.size ?? 'page' });
    return new Response(new Uint8Array(bytes), { headers: HEADERS });
  },
});
