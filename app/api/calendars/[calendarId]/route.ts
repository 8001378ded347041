import { z } from 'zod';
import { deleteCalendar } from '@/lib/calendars/delete-calendar';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { renameCalendar } from '@/lib/calendars/rename-calendar';
import { saveCalendar } from '@/lib/calendars/save-calendar';
import {
  CalendarParamsSchema,
  DOCUMENT_BODY_LIMIT_BYTES,
  RenameCalendarSchema,
  SaveCalendarSchema,
} from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  output: z.object({
    id: z.string(),
    title: z.string(),
    version: z.number(),
    document: z.unknown(),
    updatedAt: z.string(),
  }),
  run: (ctx, { params }) => getCalendar(ctx, params.calendarId),
});

export const PUT = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: SaveCalendarSchema,
  bodyLimitBytes: DOCUMENT_BODY_LIMIT_BYTES,
  rate: { name: 'calendar-save', points: 600, seconds: 600 },
  output: z.object({ version: z.number() }),
  run: (ctx, { params, body }) => saveCalendar(ctx, { ...params, ...body }),
});

export const PATCH = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: RenameCalendarSchema,
  output: z.object({ title: z.string() }),
  run: (ctx, { params, body }) => renameCalendar(ctx, { ...params, ...body }),
});

export const DELETE = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await deleteCalendar(ctx, params.calendarId);
    return null;
  },
});
