import { Readable } from 'node:stream';
import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { openRendition } from '@/lib/pictures/open-rendition';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'image/jpeg',
  // The bytes behind an address never change; a week limits how long a shared browser keeps them.
  'cache-control': 'private, max-age=604800, immutable',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** One rendition of one's own picture. Every other address answers alike: not found. */
export const GET = defineRoute({
  access: 'guest',
  params: z.object({ pictureId: z.string(), rendition: z.string() }),
  output: 'response',
  run: async (ctx, { params, request }) => {
    const { etag, open } = await openRendition(ctx, params);
    const headers = { ...HEADERS, etag };
    if (request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers });
    }
    const body = Readable.toWeb(await open()) as ReadableStream<Uint8Array>;
    return new Response(body, { headers });
  },
});
