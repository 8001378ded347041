import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { changeSubject } from '@/lib/studio/change-subject';
import { LoraParamsSchema, SubjectInputSchema } from '@/lib/studio/lora-schema';

export const PUT = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: SubjectInputSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changeSubject(ctx, { ...params, ...body });
    return null;
  },
});
