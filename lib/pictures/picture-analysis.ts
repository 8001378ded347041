import { z } from 'zod';

/** Sides of the grid of tones, as the print engine reads it. */
export const TONES_SIDE = 16;

const share = z.number().min(0).max(1);
const FocusSchema = z.object({ x: share, y: share });
const FaceSchema = z.object({ x: share, y: share, width: share, height: share });

/**
 * What reading a photo found in it, in fractions of the upright picture; the print engine's MeasuredPicture says what
 * each part means. Kept with the picture.
 */
const PictureAnalysisSchema = z.object({
  tones: z
    .array(share)
    .length(TONES_SIDE ** 2)
    .optional(),
  faces: z.array(FaceSchema).optional(),
  focus: FocusSchema.optional(),
});
export type PictureAnalysis = z.output<typeof PictureAnalysisSchema>;

/** Older shapes and mistakes count as nothing found. */
export function readAnalysis(stored: unknown): PictureAnalysis {
  return PictureAnalysisSchema.safeParse(stored ?? {}).data ?? {};
}

/** The part of it that screens need to place a picture well. */
export const SeenSchema = z.object({ focus: FocusSchema.nullable(), faces: z.array(FaceSchema) });
