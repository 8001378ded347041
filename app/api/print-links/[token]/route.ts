import { Readable } from 'node:stream';
import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { openPrintLink } from '@/lib/orders/print-houses/open-print-link';

export const dynamic = 'force-dynamic';

/** What a print house fetches by its signed link. Every other address answers alike: not found. */
export const GET = defineRoute({
  access: 'public',
  params: z.object({ token: z.string() }),
  output: 'response',
  run: async (ctx, { params }) => {
    const { stream, bytes, fileName, contentType } = await openPrintLink(ctx, params.token);
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': contentType,
        ...(bytes === null ? {} : { 'content-length': String(bytes) }),
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      },
    });
  },
});
