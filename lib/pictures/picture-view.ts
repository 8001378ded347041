import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { SeenSchema } from './picture-analysis';

/** A picture as every page shows it. Safe for the browser. */
export const PictureViewSchema = z.strictObject({
  id: idSchema('picture'),
  status: z.enum(['RECEIVED', 'READY', 'REFUSED']),
  fileName: z.string(),
  /** Made by a model, wholly or in part. */
  isAi: z.boolean(),
  /** Upright; null until READY. */
  widthPx: z.number().int().positive().nullable(),
  heightPx: z.number().int().positive().nullable(),
  takenOn: z
    .custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== null)
    .nullable(),
  /** null until READY. */
  sharpness: z.enum(['sharp', 'soft', 'blurred']).nullable(),
  dominantColour: z.string().nullable(),
  /** Where the eye goes first, and faces, in fractions of the upright picture; nothing until READY. */
  seen: SeenSchema,
  /** null until READY. */
  thumbUrl: z.string().nullable(),
  screenUrl: z.string().nullable(),
  /** Why it was refused: words by errors.<code>. */
  refusalCode: z.string().nullable(),
  refusalParams: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The calendars that it is placed in, newest first. */
  usedIn: z.array(z.strictObject({ calendarId: idSchema('calendar'), title: z.string() })),
  /** A calendar with it was ordered: it cannot be deleted. */
  isSold: z.boolean(),
});
export type PictureView = z.infer<typeof PictureViewSchema>;

export const PICTURE_FILTERS = ['all', 'unused', 'ai'] as const;
export type PictureFilter = (typeof PICTURE_FILTERS)[number];
