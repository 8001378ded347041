import { datesAsIcs } from '@/lib/calendars/dates-as-ics';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** Holidays and own dates of a calendar for a phone's or computer's calendar. */
export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  rate: { name: 'dates-export', points: 60, seconds: 3600 },
  output: 'response',
  run: async (ctx, { params }) => {
    const { fileName, text } = await datesAsIcs(ctx, params.calendarId);
    return new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
