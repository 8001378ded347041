import { z } from 'zod';
import { retryJobs } from '@/lib/admin/jobs/retry-jobs';
import { RetryJobsSchema } from '@/lib/admin/jobs/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'admin',
  body: RetryJobsSchema,
  output: z.object({ count: z.number().int() }),
  run: (ctx, { body }) => retryJobs(ctx, body),
});
