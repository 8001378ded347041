import { z } from 'zod';
import { readDocument } from '@/lib/calendars/read-document';
import { renderPages } from '@/lib/calendars/render-pages';
import { DOCUMENT_BODY_LIMIT_BYTES, RenderPagesSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

/** Draws pages of a document that may not be saved, or not even be a calendar yet. Nothing is stored. */
export const POST = defineRoute({
  access: 'guest',
  body: RenderPagesSchema,
  bodyLimitBytes: DOCUMENT_BODY_LIMIT_BYTES,
  rate: { name: 'calendar-render', points: 6000, seconds: 600 },
  output: z.unknown(),
  run: (ctx, { body }) =>
    renderPages(ctx, { document: readDocument(body.document), pageIndexes: body.pages }),
});
