import { z } from 'zod';
import { saveHouse } from '@/lib/admin/print/houses';
import { PrintHouseParamsSchema, SaveHouseSchema } from '@/lib/admin/print/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'production',
  params: PrintHouseParamsSchema,
  body: SaveHouseSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await saveHouse(ctx, { ...params, house: body });
    return null;
  },
});
