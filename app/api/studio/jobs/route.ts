import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { StartJobSchema } from '@/lib/studio/job-settings';
import { startMonthSet } from '@/lib/studio/start-month-set';
import { startPrompt } from '@/lib/studio/start-prompt';

/** Starts a set of twelve months or the pictures of a prompt. */
export const POST = defineRoute({
  access: 'customer',
  body: StartJobSchema,
  rate: { name: 'studio-job', points: 60, seconds: 600 },
  output: z.strictObject({ jobId: idSchema('job') }),
  run: (ctx, { body }) =>
    body.kind === 'MONTH_SET' ? startMonthSet(ctx, body) : startPrompt(ctx, body),
});
