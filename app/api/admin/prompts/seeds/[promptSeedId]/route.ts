import { z } from 'zod';
import { dropSeed } from '@/lib/admin/keep-seed';
import { SeedParamsSchema } from '@/lib/admin/prompt-schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'content',
  params: SeedParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await dropSeed(ctx, params.promptSeedId);
    return null;
  },
});
