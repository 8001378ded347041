import { z } from 'zod';
import { drawTemplatePage } from '@/lib/calendars/templates/draw-template-page';
import { defineRoute } from '@/lib/http/define-route';
import { LOCALES } from '@/lib/i18n/locales';

export const dynamic = 'force-dynamic';

/** A page of a template with sample scenes, as JPEG. */
export const GET = defineRoute({
  access: 'public',
  params: z.strictObject({
    slug: z.string().max(60),
    index: z.coerce.number().int().min(0).max(63),
  }),
  query: z.object({
    size: z.enum(['card', 'page']).optional(),
    language: z.enum(LOCALES).optional(),
  }),
  rate: { name: 'template-page', points: 1200, seconds: 600 },
  output: 'response',
  run: async (ctx, { params, query }) => {
    const bytes = await drawTemplatePage(ctx, {
      ...params,
      size: query.size ?? 'card',
      locale: query.language ?? 'en',
    });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=3600',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
