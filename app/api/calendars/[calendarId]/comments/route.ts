import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { answerComment } from '@/lib/calendars/sharing/add-comment';
import { AddCommentSchema, CommentViewSchema } from '@/lib/calendars/sharing/schema';
import { defineRoute } from '@/lib/http/define-route';

/** The owner's own word on a page. */
export const POST = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: AddCommentSchema,
  rate: { name: 'comment-answer', points: 120, seconds: 3600 },
  output: CommentViewSchema,
  run: (ctx, { params, body }) => answerComment(ctx, { ...params, ...body }),
});
