import { z } from 'zod';
import { saveFilter } from '@/lib/admin/board/save-filter';
import { SaveFilterSchema } from '@/lib/admin/board/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'orders',
  body: SaveFilterSchema,
  output: z.strictObject({ savedFilterId: idSchema('savedFilter') }),
  run: (ctx, { body }) => saveFilter(ctx, body),
});
