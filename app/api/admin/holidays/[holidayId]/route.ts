import { z } from 'zod';
import { removeCorrection } from '@/lib/admin/remove-correction';
import { HolidayParamsSchema } from '@/lib/admin/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'content',
  params: HolidayParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await removeCorrection(ctx, params);
    return null;
  },
});
