import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { deletePicture } from '@/lib/pictures/delete-picture';
import { getPicture } from '@/lib/pictures/get-pictures';
import { pictureIdOf } from '@/lib/pictures/picture-id';
import { PictureViewSchema } from '@/lib/pictures/picture-view';

export const dynamic = 'force-dynamic';

const params = z.object({ pictureId: z.string() });

export const GET = defineRoute({
  access: 'guest',
  params,
  output: PictureViewSchema,
  run: (ctx, { params: { pictureId } }) => getPicture(ctx, pictureIdOf(pictureId)),
});

export const DELETE = defineRoute({
  access: 'guest',
  params,
  query: z.strictObject({ removeFromCalendars: z.stringbool().default(false) }),
  output: z.strictObject({ deleted: z.literal(true) }),
  run: async (ctx, { params: { pictureId }, query }) => {
    await deletePicture(ctx, pictureIdOf(pictureId), query);
    return { deleted: true as const };
  },
});
