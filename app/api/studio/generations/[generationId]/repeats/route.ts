import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { RepeatSchema, repeatGeneration } from '@/lib/studio/repeat-generation';

/** Orders one more picture after this one: again, varied, or with other words. */
export const POST = defineRoute({
  access: 'customer',
  params: z.strictObject({ generationId: idSchema('generation') }),
  body: RepeatSchema,
  rate: { name: 'studio-repeat', points: 240, seconds: 600 },
  output: z.strictObject({ generationId: idSchema('generation') }),
  run: (ctx, { params, body }) => repeatGeneration(ctx, params.generationId, body),
});
