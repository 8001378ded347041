import { z } from 'zod';
import { getPreflight } from '@/lib/admin/get-preflight';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

/** The report that travels with the print file, for a print house that asks for it. */
export const GET = defineRoute({
  access: 'orders',
  params: z.strictObject({ orderId: idSchema('order'), itemId: idSchema('orderItem') }),
  output: 'response',
  run: async (ctx, { params }) => {
    const { fileName, report } = await getPreflight(ctx, {
      orderId: params.orderId,
      orderItemId: params.itemId,
    });
    return new Response(JSON.stringify(report, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
