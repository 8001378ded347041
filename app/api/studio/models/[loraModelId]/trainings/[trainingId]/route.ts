import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { cancelTraining } from '@/lib/studio/cancel-training';
import { TrainingParamsSchema } from '@/lib/studio/lora-schema';

/** Gives up a training that is under way. */
export const DELETE = defineRoute({
  access: 'customer',
  params: TrainingParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await cancelTraining(ctx, params);
    return null;
  },
});
