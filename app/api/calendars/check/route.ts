import { z } from 'zod';
import { checkCalendar } from '@/lib/calendars/check-calendar';
import { readDocument } from '@/lib/calendars/read-document';
import { CreateCalendarSchema, DOCUMENT_BODY_LIMIT_BYTES } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

/** Checks a document that may not be saved yet. Nothing is stored. */
export const POST = defineRoute({
  access: 'guest',
  body: CreateCalendarSchema,
  bodyLimitBytes: DOCUMENT_BODY_LIMIT_BYTES,
  output: z.unknown(),
  run: (ctx, { body }) => checkCalendar(ctx, readDocument(body.document)),
});
