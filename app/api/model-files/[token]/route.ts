import { Readable } from 'node:stream';
import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { openFileForModel } from '@/lib/studio/model-files';

export const dynamic = 'force-dynamic';

/** A file that the model provider fetches by its signed link. Every other address answers alike: not found. */
export const GET = defineRoute({
  access: 'public',
  params: z.object({ token: z.string() }),
  output: 'response',
  run: async (ctx, { params }) => {
    const { file, bytes, body } = await openFileForModel(ctx, params.token);
    return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': file.contentType,
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${file.fileName}"`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      },
    });
  },
});
