import { z } from 'zod';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { CreateCalendarSchema, DOCUMENT_BODY_LIMIT_BYTES } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'guest',
  body: CreateCalendarSchema,
  bodyLimitBytes: DOCUMENT_BODY_LIMIT_BYTES,
  rate: { name: 'calendar-create', points: 60, seconds: 600 },
  output: z.object({ calendarId: z.string() }),
  run: (ctx, { body }) => createCalendar(ctx, body),
});
