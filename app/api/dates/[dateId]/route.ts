import { z } from 'zod';
import { removeDate } from '@/lib/calendars/date-book/remove-date';
import { DateParamsSchema } from '@/lib/calendars/date-book/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'guest',
  params: DateParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await removeDate(ctx, params.dateId);
    return null;
  },
});
