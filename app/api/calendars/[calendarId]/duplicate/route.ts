import { z } from 'zod';
import { duplicateCalendar } from '@/lib/calendars/duplicate-calendar';
import { CalendarParamsSchema, RenameCalendarSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: RenameCalendarSchema,
  rate: { name: 'calendar-create', points: 60, seconds: 600 },
  output: z.object({ calendarId: z.string() }),
  run: (ctx, { params, body }) => duplicateCalendar(ctx, { ...params, ...body }),
});
