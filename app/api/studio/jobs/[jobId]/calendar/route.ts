import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import type { Locale } from '@/lib/i18n/locales';
import { CalendarOfJobSchema, calendarOfJob } from '@/lib/studio/calendar-of-job';

/** Makes a calendar of the chosen pictures, or puts them into one that is there. */
export const POST = defineRoute({
  access: 'customer',
  params: z.strictObject({ jobId: idSchema('job') }),
  body: CalendarOfJobSchema,
  rate: { name: 'calendar-create', points: 60, seconds: 600 },
  output: z.strictObject({ calendarId: idSchema('calendar') }),
  run: async (ctx, { params, body, request }) =>
    calendarOfJob(ctx, params.jobId, body, {
      locale: (await getLocale()) as Locale,
      acceptLanguage: request.headers.get('accept-language'),
    }),
});
