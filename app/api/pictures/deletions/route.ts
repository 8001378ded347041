import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { deletePictures } from '@/lib/pictures/delete-pictures';

/** Deletes pictures, each by itself, and tells which had to stay and why. */
export const POST = defineRoute({
  access: 'guest',
  body: z.strictObject({
    pictureIds: z.array(idSchema('picture')).min(1).max(200),
    removeFromCalendars: z.boolean(),
  }),
  output: z.strictObject({
    deleted: z.array(idSchema('picture')),
    kept: z.array(
      z.strictObject({
        pictureId: idSchema('picture'),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
  run: (ctx, { body: { pictureIds, removeFromCalendars } }) =>
    deletePictures(ctx, pictureIds, { removeFromCalendars }),
});
