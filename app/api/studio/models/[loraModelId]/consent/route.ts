import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { giveConsent } from '@/lib/studio/give-consent';
import { ConsentInputSchema, LoraParamsSchema } from '@/lib/studio/lora-schema';

export const PUT = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: ConsentInputSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await giveConsent(ctx, { ...params, ...body });
    return null;
  },
});
