import { z } from 'zod';
import { listHolidays } from '@/lib/calendars/list-holidays';
import { ListHolidaysSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

/** A question with a body, because a calendar's countries do not fit well into an address. Nothing is stored. */
export const POST = defineRoute({
  access: 'guest',
  body: ListHolidaysSchema,
  output: z.unknown(),
  run: (ctx, { body }) => listHolidays(ctx, body),
});
