import { z } from 'zod';
import { revokeShare } from '@/lib/calendars/sharing/revoke-share';
import { ShareParamsSchema } from '@/lib/calendars/sharing/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'guest',
  params: ShareParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await revokeShare(ctx, params);
    return null;
  },
});
