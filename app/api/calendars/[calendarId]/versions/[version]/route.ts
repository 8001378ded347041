import { z } from 'zod';
import { getVersion } from '@/lib/calendars/list-versions';
import { CalendarVersionParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'guest',
  params: CalendarVersionParamsSchema,
  output: z.object({ document: z.unknown() }),
  run: (ctx, { params }) => getVersion(ctx, params),
});
