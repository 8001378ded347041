import { z } from 'zod';
import { saveCategory } from '@/lib/admin/categories';
import { CategoryParamsSchema, SaveCategorySchema } from '@/lib/admin/prompt-schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'content',
  params: CategoryParamsSchema,
  body: SaveCategorySchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await saveCategory(ctx, params.categoryId, body);
    return null;
  },
});
