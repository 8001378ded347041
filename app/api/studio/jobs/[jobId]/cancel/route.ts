import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { cancelJob } from '@/lib/studio/cancel-job';

/** Stops what is still under way; its stars come back. */
export const POST = defineRoute({
  access: 'customer',
  params: z.strictObject({ jobId: idSchema('job') }),
  output: z.strictObject({ cancelled: z.number().int() }),
  run: (ctx, { params }) => cancelJob(ctx, params.jobId),
});
