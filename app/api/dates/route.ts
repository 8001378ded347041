import { z } from 'zod';
import { listDates } from '@/lib/calendars/date-book/list-dates';
import { putDates } from '@/lib/calendars/date-book/put-dates';
import { PUT_DATES_BODY_LIMIT_BYTES, PutDatesSchema } from '@/lib/calendars/date-book/schema';
import { defineRoute } from '@/lib/http/define-route';

/** One's own date book. */
export const GET = defineRoute({
  access: 'guest',
  output: z.object({ dates: z.array(z.unknown()), invites: z.array(z.unknown()) }),
  run: (ctx) => listDates(ctx),
});

export const PUT = defineRoute({
  access: 'guest',
  body: PutDatesSchema,
  bodyLimitBytes: PUT_DATES_BODY_LIMIT_BYTES,
  rate: { name: 'dates-put', points: 300, seconds: 600 },
  output: z.object({ stored: z.number() }),
  run: (ctx, { body }) => putDates(ctx, body),
});
