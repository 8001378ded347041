import { z } from 'zod';
import { importDates } from '@/lib/calendars/import-dates';
import { IMPORT_BODY_LIMIT_BYTES, ImportDatesSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

/** Reads a file of dates and tells what is in it. Nothing is stored. */
export const POST = defineRoute({
  access: 'guest',
  body: ImportDatesSchema,
  bodyLimitBytes: IMPORT_BODY_LIMIT_BYTES,
  rate: { name: 'dates-import', points: 60, seconds: 600 },
  output: z.unknown(),
  run: async (_ctx, { body }) => importDates(body.text, { from: body.from }),
});
