import { z } from 'zod';
import { deleteJob } from '@/lib/admin/jobs/delete-job';
import { DeleteJobSchema } from '@/lib/admin/jobs/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'admin',
  body: DeleteJobSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await deleteJob(ctx, body);
    return null;
  },
});
