import { defineRoute } from '@/lib/http/define-route';
import { GalleryPageSchema, GalleryQuerySchema } from '@/lib/studio/generation-view';
import { listGallery } from '@/lib/studio/list-gallery';

export const dynamic = 'force-dynamic';

/** A page of the gallery. */
export const GET = defineRoute({
  access: 'customer',
  query: GalleryQuerySchema,
  output: GalleryPageSchema,
  run: (ctx, { query }) => listGallery(ctx, query),
});
