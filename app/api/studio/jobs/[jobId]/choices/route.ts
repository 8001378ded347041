import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { choosePicture } from '@/lib/studio/choose-picture';
import { ChoiceSchema } from '@/lib/studio/generation-view';

/** Takes a picture for a month. */
export const PUT = defineRoute({
  access: 'customer',
  params: z.strictObject({ jobId: idSchema('job') }),
  body: ChoiceSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await choosePicture(ctx, { ...params, ...body });
    return null;
  },
});
