import { z } from 'zod';
import { revokeInvite } from '@/lib/calendars/date-book/invites';
import { InviteParamsSchema } from '@/lib/calendars/date-book/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'guest',
  params: InviteParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await revokeInvite(ctx, params.inviteId);
    return null;
  },
});
