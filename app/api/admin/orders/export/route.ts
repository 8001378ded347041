import { Readable } from 'node:stream';
import { exportOrders } from '@/lib/admin/board/export-orders';
import { ExportQuerySchema } from '@/lib/admin/board/schema';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** The filtered board, or the chosen orders, as a CSV file. */
export const GET = defineRoute({
  access: 'orders',
  query: ExportQuerySchema,
  output: 'response',
  run: async (ctx, { query }) => {
    const { pieces, fileName } = await exportOrders(ctx, query);
    const bytes = Readable.from(pieces, { objectMode: false });
    return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
