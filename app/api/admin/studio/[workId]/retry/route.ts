import { retryStudioWork } from '@/lib/admin/retry-studio-work';
import { WorkParamsSchema } from '@/lib/admin/studio-schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  params: WorkParamsSchema,
  output: WorkParamsSchema,
  run: (ctx, { params }) => retryStudioWork(ctx, params.workId),
});
