import { z } from 'zod';
import { changeOrders } from '@/lib/admin/board/change-orders';
import { BulkSchema } from '@/lib/admin/board/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

/** Changes the chosen orders. What is refused is named in the answer; the others go. */
export const POST = defineRoute({
  access: 'production',
  body: BulkSchema,
  output: z.strictObject({
    done: z.array(idSchema('order')),
    refused: z.array(
      z.strictObject({
        orderId: idSchema('order'),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
  run: (ctx, { body }) => changeOrders(ctx, body),
});
