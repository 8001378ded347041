import { z } from 'zod';
import { changePromo } from '@/lib/admin/promos/change-promo';
import { PromoParamsSchema, SavePromoSchema } from '@/lib/admin/promos/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'finance',
  params: PromoParamsSchema,
  body: SavePromoSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changePromo(ctx, { ...params, ...body });
    return null;
  },
});
