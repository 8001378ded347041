import { z } from 'zod';
import { previewRollOver, rollOverCalendar } from '@/lib/calendars/roll-over-calendar';
import { CalendarParamsSchema, RollOverSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

/** Everything that the calendar after this one would print differently. */
export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  output: z.looseObject({}),
  run: (ctx, { params }) => previewRollOver(ctx, params.calendarId),
});

export const POST = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: RollOverSchema,
  rate: { name: 'calendar-create', points: 60, seconds: 600 },
  output: z.object({ calendarId: z.string() }),
  run: (ctx, { params, body }) => rollOverCalendar(ctx, { ...params, ...body }),
});
