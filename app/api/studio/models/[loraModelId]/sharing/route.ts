import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { LoraParamsSchema, ShareStyleSchema } from '@/lib/studio/lora-schema';
import { shareStyle } from '@/lib/studio/share-style';

export const PUT = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: ShareStyleSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await shareStyle(ctx, { ...params, ...body });
    return null;
  },
});
