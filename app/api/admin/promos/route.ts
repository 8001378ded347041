import { z } from 'zod';
import { createPromo } from '@/lib/admin/promos/create-promo';
import { SavePromoSchema } from '@/lib/admin/promos/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  body: SavePromoSchema,
  output: z.object({ promoCodeId: z.string() }),
  run: (ctx, { body }) => createPromo(ctx, body),
});
