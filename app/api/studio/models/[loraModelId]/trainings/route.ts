import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { LoraParamsSchema, StartTrainingSchema } from '@/lib/studio/lora-schema';
import { startTraining } from '@/lib/studio/start-training';

/** Starts a training; the same request key again answers with the same one. */
export const POST = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: StartTrainingSchema,
  rate: { name: 'training-start', points: 30, seconds: 3600 },
  output: z.strictObject({ trainingId: idSchema('training') }),
  run: (ctx, { params, body }) => startTraining(ctx, { ...params, ...body }),
});
