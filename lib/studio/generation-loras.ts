import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** The learned models in a picture, as its record keeps them; the subject first. */
export const GenerationLorasSchema = z.array(
  z.strictObject({
    loraModelId: idSchema('loraModel'),
    scale: z.number(),
    /** What its owner asks for this picture, frozen when it was ordered; 0 for own models. */
    stars: z.number().int().min(0).default(0),
  }),
);
export type GenerationLora = z.infer<typeof GenerationLorasSchema>[number];
