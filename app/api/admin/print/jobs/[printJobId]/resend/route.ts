import { z } from 'zod';
import { resendJob } from '@/lib/admin/print/resend-job';
import { PrintJobParamsSchema, ResendSchema } from '@/lib/admin/print/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: PrintJobParamsSchema,
  body: ResendSchema,
  output: z.strictObject({ printJobId: idSchema('printJob') }),
  run: (ctx, { params, body }) => resendJob(ctx, { ...params, ...body }),
});
