import { Readable } from 'node:stream';
import { openBatch } from '@/lib/admin/print/open-batch';
import { HandOffQuerySchema } from '@/lib/admin/print/schema';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** Tickets, print files and reports of the named print jobs as one zip. */
export const GET = defineRoute({
  access: 'production',
  query: HandOffQuerySchema,
  output: 'response',
  run: async (ctx, { query }) => {
    const { stream, fileName } = await openBatch(ctx, query.jobs);
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
