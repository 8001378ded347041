import { z } from 'zod';
import { createBaseModel } from '@/lib/admin/base-models';
import { CreateBaseModelSchema } from '@/lib/admin/prompt-schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  body: CreateBaseModelSchema,
  output: z.object({ id: idSchema('baseModel') }),
  run: (ctx, { body }) => createBaseModel(ctx, body),
});
