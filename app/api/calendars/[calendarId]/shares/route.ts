import { z } from 'zod';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { createShare } from '@/lib/calendars/sharing/create-share';
import { listShares } from '@/lib/calendars/sharing/list-shares';
import {
  CommentViewSchema,
  CreateShareSchema,
  ShareViewSchema,
} from '@/lib/calendars/sharing/schema';
import { defineRoute } from '@/lib/http/define-route';

/** One's own open links and everything that was said. */
export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  output: z.object({ shares: z.array(ShareViewSchema), comments: z.array(CommentViewSchema) }),
  run: (ctx, { params }) => listShares(ctx, params.calendarId),
});

export const POST = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: CreateShareSchema,
  rate: { name: 'share-create', points: 60, seconds: 3600 },
  output: ShareViewSchema,
  run: (ctx, { params, body }) => createShare(ctx, { ...params, ...body }),
});
