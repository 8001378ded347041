import { z } from 'zod';
import { removeFilter } from '@/lib/admin/board/remove-filter';
import { SavedFilterParamsSchema } from '@/lib/admin/board/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'orders',
  params: SavedFilterParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await removeFilter(ctx, params);
    return null;
  },
});
