import { z } from 'zod';
import { addComment } from '@/lib/calendars/sharing/add-comment';
import { openShared } from '@/lib/calendars/sharing/open-shared';
import {
  AddCommentSchema,
  CommentViewSchema,
  SharedParamsSchema,
} from '@/lib/calendars/sharing/schema';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** What was said so far, and which version of the calendar is shown. */
export const GET = defineRoute({
  access: 'public',
  params: SharedParamsSchema,
  rate: { name: 'shared-read', points: 600, seconds: 600 },
  output: z.object({ version: z.number(), comments: z.array(CommentViewSchema) }),
  run: async (ctx, { params }) => {
    const { version, comments } = await openShared(ctx, params.key);
    return { version, comments };
  },
});

export const POST = defineRoute({
  access: 'public',
  params: SharedParamsSchema,
  body: AddCommentSchema,
  rate: { name: 'shared-comment', points: 20, seconds: 600 },
  output: CommentViewSchema,
  run: (ctx, { params, body }) => addComment(ctx, { ...params, ...body }),
});
