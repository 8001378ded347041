import { z } from 'zod';
import { fillCalendar } from '@/lib/calendars/fill-calendar';
import { readDocument } from '@/lib/calendars/read-document';
import { AutofillSchema, DOCUMENT_BODY_LIMIT_BYTES } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

/** Proposes pictures for the empty slots of a document. Nothing is stored. */
export const POST = defineRoute({
  access: 'guest',
  body: AutofillSchema,
  bodyLimitBytes: DOCUMENT_BODY_LIMIT_BYTES,
  rate: { name: 'calendar-autofill', points: 200, seconds: 600 },
  output: z.object({ document: z.unknown() }),
  run: async (ctx, { body }) => ({
    document: await fillCalendar(ctx, {
      document: readDocument(body.document),
      pictureIds: body.pictureIds,
      isAgain: body.isAgain,
    }),
  }),
});
