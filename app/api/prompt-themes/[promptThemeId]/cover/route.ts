import { Readable } from 'node:stream';
import { PromptThemeParamsSchema } from '@/lib/admin/prompt-schema';
import { isAdmitted } from '@/lib/core/actor';
import { defineRoute } from '@/lib/http/define-route';
import { openThemeCover } from '@/lib/studio/theme-cover';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'image/jpeg',
  // The address names the picture, and its bytes never change.
  'cache-control': 'private, max-age=604800, immutable',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** The cover that staff chose for a theme that is offered; staff see those of drafts too. */
export const GET = defineRoute({
  access: 'public',
  params: PromptThemeParamsSchema,
  output: 'response',
  run: async (ctx, { params, request }) => {
    const drafts = isAdmitted(ctx.actor, 'staff');
    const cover = await openThemeCover(ctx, params.promptThemeId, drafts);
    if ('path' in cover)
      return new Response(null, {
        status: 302,
        headers: { location: cover.path, 'cache-control': 'no-store' },
      });
    const { etag, open } = cover;
    const headers = { ...HEADERS, etag };
    if (request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers });
    const body = Readable.toWeb(await open()) as ReadableStream<Uint8Array>;
    return new Response(body, { headers });
  },
});
