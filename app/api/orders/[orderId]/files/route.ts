import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { listOrderFiles, remakeOrderFiles } from '@/lib/orders/files/order-files';
import { OrderParamsSchema } from '@/lib/orders/schema';

const FilesSchema = z.object({
  files: z.array(
    z.object({
      orderItemId: idSchema('orderItem'),
      title: z.string(),
      edition: z
        .object({
          status: z.enum(['QUEUED', 'RENDERING', 'READY', 'FAILED']),
          pagesDone: z.number(),
          pageCount: z.number(),
          isStalled: z.boolean(),
          fileBytes: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
});

export const GET = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  output: FilesSchema,
  run: (ctx, { params }) => listOrderFiles(ctx, params),
});

export const POST = defineRoute({
  access: 'customer',
  params: OrderParamsSchema,
  output: FilesSchema,
  rate: { name: 'order-files', points: 10, seconds: 600 },
  run: (ctx, { params }) => remakeOrderFiles(ctx, params),
});
