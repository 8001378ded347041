import { z } from 'zod';
import { createCategory } from '@/lib/admin/categories';
import { CreateCategorySchema } from '@/lib/admin/prompt-schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  body: CreateCategorySchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await createCategory(ctx, body);
    return null;
  },
});
