import { Readable } from 'node:stream';
import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { openOrderFile } from '@/lib/orders/files/open-order-file';

export const GET = defineRoute({
  access: 'customer',
  params: z.strictObject({ orderId: idSchema('order'), itemId: idSchema('orderItem') }),
  output: 'response',
  run: async (ctx, { params }) => {
    const { orderId, itemId } = params;
    const file = await openOrderFile(ctx, { orderId, orderItemId: itemId });
    return new Response(Readable.toWeb(file.stream) as ReadableStream, {
      headers: {
        'cache-control': 'private, no-store',
        'content-type': 'application/pdf',
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="${file.fileName}"`,
      },
    });
  },
});
