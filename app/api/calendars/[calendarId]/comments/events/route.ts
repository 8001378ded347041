import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { watchComments } from '@/lib/calendars/sharing/watch-comments';
import { defineRoute } from '@/lib/http/define-route';
import { eventStream } from '@/lib/http/event-stream';

export const dynamic = 'force-dynamic';

/** New comments on one's own calendar, as they come; of another's calendar nothing is ever heard. */
export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  output: 'response',
  run: (ctx, { params, request }) =>
    eventStream(request, (send) => watchComments(ctx, params.calendarId, send)),
});
