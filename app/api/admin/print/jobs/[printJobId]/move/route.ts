import { z } from 'zod';
import { changePrintJob } from '@/lib/admin/print/change-print-job';
import { ChangePrintJobSchema, PrintJobParamsSchema } from '@/lib/admin/print/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: PrintJobParamsSchema,
  body: ChangePrintJobSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changePrintJob(ctx, { ...params, change: body });
    return null;
  },
});
