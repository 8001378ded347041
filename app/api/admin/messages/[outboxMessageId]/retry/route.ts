import { z } from 'zod';
import { retryMessage } from '@/lib/admin/messages/retry-message';
import { MessageParamsSchema } from '@/lib/admin/messages/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'support',
  params: MessageParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await retryMessage(ctx, params);
    return null;
  },
});
