import { z } from 'zod';
import { handOver } from '@/lib/admin/print/hand-over';
import { HandOverSchema } from '@/lib/admin/print/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

/** Hands paid orders to print. What is refused is named in the answer; the others go. */
export const POST = defineRoute({
  access: 'production',
  body: HandOverSchema,
  output: z.strictObject({
    printJobIds: z.array(idSchema('printJob')),
    refused: z.array(
      z.strictObject({
        orderId: idSchema('order'),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
  run: (ctx, { body }) => handOver(ctx, body),
});
