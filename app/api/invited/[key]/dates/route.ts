import { z } from 'zod';
import { addInvitedDate } from '@/lib/calendars/date-book/invited-dates';
import { InvitedDateSchema, InvitedParamsSchema } from '@/lib/calendars/date-book/schema';
import { defineRoute } from '@/lib/http/define-route';

/** A relative's date for the date book behind the link. */
export const POST = defineRoute({
  access: 'public',
  params: InvitedParamsSchema,
  body: InvitedDateSchema,
  rate: { name: 'invited-date', points: 60, seconds: 600 },
  output: z.object({ id: z.string(), ticket: z.string() }),
  run: (ctx, { params, body }) => addInvitedDate(ctx, { key: params.key, date: body }),
});
