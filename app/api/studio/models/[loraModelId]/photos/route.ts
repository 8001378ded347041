import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { choosePhotos } from '@/lib/studio/choose-photos';
import { ChosenPhotosSchema, LoraParamsSchema } from '@/lib/studio/lora-schema';
import { PhotoGuidanceSchema } from '@/lib/studio/photo-guidance';

/** Keeps the photos chosen for the next training and answers what is wrong with them. */
export const PUT = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  body: z.strictObject({ photos: ChosenPhotosSchema }),
  output: z.strictObject({ photos: ChosenPhotosSchema, guidance: PhotoGuidanceSchema }),
  run: (ctx, { params, body }) => choosePhotos(ctx, { ...params, ...body }),
});
