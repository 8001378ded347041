import { z } from 'zod';
import { saveBaseModel } from '@/lib/admin/base-models';
import { BaseModelParamsSchema, SaveBaseModelSchema } from '@/lib/admin/prompt-schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'content',
  params: BaseModelParamsSchema,
  body: SaveBaseModelSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await saveBaseModel(ctx, params.baseModelId, body);
    return null;
  },
});
