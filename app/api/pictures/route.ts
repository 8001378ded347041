import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { decodeFileName } from '@/lib/pictures/file-name';
import { getPictures } from '@/lib/pictures/get-pictures';
import { listPictures, PICTURES_PAGE_MAX } from '@/lib/pictures/list-pictures';
import { PICTURE_FILTERS, PictureViewSchema } from '@/lib/pictures/picture-view';
import { receivePicture } from '@/lib/pictures/receive-picture';

export const dynamic = 'force-dynamic';

const PageSchema = z.strictObject({
  pictures: z.array(PictureViewSchema),
  nextCursor: idSchema('picture').nullable(),
  total: z.number().int().nullable(),
});

/** A page of the library, or with `ids` just those pictures. */
export const GET = defineRoute({
  access: 'guest',
  query: z.strictObject({
    cursor: idSchema('picture').optional(),
    limit: z.coerce.number().int().min(1).max(PICTURES_PAGE_MAX).optional(),
    filter: z.enum(PICTURE_FILTERS).optional(),
    ids: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(idSchema('picture')).min(1).max(PICTURES_PAGE_MAX))
      .optional(),
  }),
  output: PageSchema,
  run: async (ctx, { query: { ids, ...options } }) =>
    ids
      ? { pictures: await getPictures(ctx, ids), nextCursor: null, total: null }
      : listPictures(ctx, options),
});

/** Takes in one photo as the raw body; its name stands percent-encoded in X-File-Name. 201, or 200 for a known photo. */
export const POST = defineRoute({
  access: 'guest',
  rate: { name: 'picture-upload', points: 600, seconds: 600 },
  output: 'response',
  run: async (ctx, { request }) => {
    const length = request.headers.get('content-length');
    const result = await receivePicture(ctx, {
      fileName: decodeFileName(request.headers.get('x-file-name')),
      announcedBytes: length === null ? null : Number(length),
      body: request.body,
    });
    return Response.json(result, {
      status: result.isNew ? 201 : 200,
      headers: { 'cache-control': 'private, no-store' },
    });
  },
});
