import { Readable } from 'node:stream';
import { z } from 'zod';
import { openPrintFile } from '@/lib/admin/open-print-file';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'orders',
  params: z.strictObject({ orderId: idSchema('order'), itemId: idSchema('orderItem') }),
  output: 'response',
  run: async (ctx, { params }) => {
    const file = await openPrintFile(ctx, {
      orderId: params.orderId,
      orderItemId: params.itemId,
    });
    return new Response(Readable.toWeb(file.stream) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="${file.fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      },
    });
  },
});
