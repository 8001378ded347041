import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { JobViewSchema } from '@/lib/studio/generation-view';
import { getJob } from '@/lib/studio/get-job';

export const dynamic = 'force-dynamic';

export const GET = defineRoute({
  access: 'customer',
  params: z.strictObject({ jobId: idSchema('job') }),
  output: JobViewSchema,
  run: (ctx, { params }) => getJob(ctx, params.jobId),
});
