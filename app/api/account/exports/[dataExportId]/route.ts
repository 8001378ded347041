import { Readable } from 'node:stream';
import { openExport } from '@/lib/accounts/export/open-export';
import { ExportParams } from '@/lib/accounts/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'customer',
  params: ExportParams,
  output: 'response',
  run: async (ctx, { params }) => {
    const { body, bytes } = await openExport(ctx, params);
    return new Response(Readable.toWeb(body) as ReadableStream, {
      headers: {
        'cache-control': 'private, no-store',
        'content-type': 'application/zip',
        'content-length': String(bytes),
        'content-disposition': 'attachment; filename="twelvefold-data.zip"',
      },
    });
  },
});
