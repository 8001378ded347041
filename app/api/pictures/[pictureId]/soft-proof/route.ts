import { z } from 'zod';
import { openSoftProof } from '@/lib/calendars/open-soft-proof';
import { defineRoute } from '@/lib/http/define-route';
import { OUTPUT_CONDITIONS } from '@/lib/print/press';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'image/jpeg',
  // A day: the picture stays the same, but a profile may be made better.
  'cache-control': 'private, max-age=86400',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** One's own picture in printed colours. Every other address answers alike: not found. */
export const GET = defineRoute({
  access: 'guest',
  params: z.object({ pictureId: z.string() }),
  query: z.object({ condition: z.enum(OUTPUT_CONDITIONS) }),
  rate: { name: 'soft-proof', points: 600, seconds: 600 },
  output: 'response',
  run: async (ctx, { params, query, request }) => {
    const { etag, open } = await openSoftProof(ctx, { ...params, ...query });
    const headers = { ...HEADERS, etag };
    if (request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(new Uint8Array(await open()), { headers });
  },
});
