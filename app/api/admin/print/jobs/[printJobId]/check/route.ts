import { z } from 'zod';
import { checkJob } from '@/lib/admin/print/check-job';
import { PrintJobParamsSchema } from '@/lib/admin/print/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: PrintJobParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await checkJob(ctx, params);
    return null;
  },
});
