import { z } from 'zod';
import { keepSeed } from '@/lib/admin/keep-seed';
import { KeepSeedSchema } from '@/lib/admin/prompt-schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  body: KeepSeedSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await keepSeed(ctx, body.generationId);
    return null;
  },
});
