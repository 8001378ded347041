import { z } from 'zod';
import { replayEvent } from '@/lib/admin/webhooks/replay-event';
import { EventParamsSchema } from '@/lib/admin/webhooks/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  params: EventParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await replayEvent(ctx, params);
    return null;
  },
});
