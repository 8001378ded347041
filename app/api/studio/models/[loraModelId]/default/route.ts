import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { DefaultLoraSchema, LoraParamsSchema } from '@/lib/studio/lora-schema';
import { setDefaultLora } from '@/lib/studio/set-default-lora';

export const PUT = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: DefaultLoraSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await setDefaultLora(ctx, { ...params, ...body });
    return null;
  },
});
