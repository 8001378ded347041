import { z } from 'zod';
import { listVersions } from '@/lib/calendars/list-versions';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  output: z.array(z.object({ version: z.number(), savedAt: z.string() })),
  run: (ctx, { params }) => listVersions(ctx, params.calendarId),
});
