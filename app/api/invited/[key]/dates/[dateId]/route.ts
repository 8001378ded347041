import { z } from 'zod';
import { takeBackInvitedDate } from '@/lib/calendars/date-book/invited-dates';
import { InvitedDateParamsSchema, TicketSchema } from '@/lib/calendars/date-book/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'public',
  params: InvitedDateParamsSchema,
  body: TicketSchema,
  rate: { name: 'invited-date', points: 60, seconds: 600 },
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await takeBackInvitedDate(ctx, { ...params, ...body });
    return null;
  },
});
