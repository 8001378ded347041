import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { GenerationViewSchema } from '@/lib/studio/generation-view';
import { getGeneration } from '@/lib/studio/get-generation';
import { markFavourite } from '@/lib/studio/mark-favourite';

export const dynamic = 'force-dynamic';

const params = z.strictObject({ generationId: idSchema('generation') });

export const GET = defineRoute({
  access: 'customer',
  params,
  output: GenerationViewSchema,
  run: (ctx, input) => getGeneration(ctx, input.params.generationId),
});

export const PATCH = defineRoute({
  access: 'customer',
  params,
  body: z.strictObject({ isFavourite: z.boolean() }),
  output: GenerationViewSchema,
  run: async (ctx, { params: { generationId }, body }) => {
    await markFavourite(ctx, { generationId, ...body });
    return getGeneration(ctx, generationId);
  },
});
