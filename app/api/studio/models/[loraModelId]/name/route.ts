import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { LoraParamsSchema, RenameLoraSchema } from '@/lib/studio/lora-schema';
import { renameLoraModel } from '@/lib/studio/rename-lora-model';

export const PUT = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: RenameLoraSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await renameLoraModel(ctx, { ...params, ...body });
    return null;
  },
});
