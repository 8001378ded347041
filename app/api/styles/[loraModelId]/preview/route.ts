import { Readable } from 'node:stream';
import { defineRoute } from '@/lib/http/define-route';
import { openStylePreview } from '@/lib/studio/list-styles';
import { LoraParamsSchema } from '@/lib/studio/lora-schema';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'image/jpeg',
  // Short, so that a look that is not shared any more is soon out of sight.
  'cache-control': 'public, max-age=300',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** The picture of a look that its owner shares. Every other address answers alike: not found. */
export const GET = defineRoute({
  access: 'public',
  params: LoraParamsSchema,
  output: 'response',
  run: async (ctx, { params, request }) => {
    const { etag, open } = await openStylePreview(ctx, params.loraModelId);
    const headers = { ...HEADERS, etag };
    if (request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers });
    }
    const body = Readable.toWeb(await open()) as ReadableStream<Uint8Array>;
    return new Response(body, { headers });
  },
});
