import { z } from 'zod';
import { CommentParamsSchema, SettleCommentSchema } from '@/lib/calendars/sharing/schema';
import { deleteComment, settleComment } from '@/lib/calendars/sharing/settle-comment';
import { defineRoute } from '@/lib/http/define-route';

export const PATCH = defineRoute({
  access: 'guest',
  params: CommentParamsSchema,
  body: SettleCommentSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await settleComment(ctx, { ...params, ...body });
    return null;
  },
});

export const DELETE = defineRoute({
  access: 'guest',
  params: CommentParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await deleteComment(ctx, params);
    return null;
  },
});
