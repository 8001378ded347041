import { z } from 'zod';
import { stopStudioWork } from '@/lib/admin/stop-studio-work';
import { WorkParamsSchema, WorkReasonSchema } from '@/lib/admin/studio-schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  params: WorkParamsSchema,
  body: WorkReasonSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await stopStudioWork(ctx, { ...params, ...body });
    return null;
  },
});
