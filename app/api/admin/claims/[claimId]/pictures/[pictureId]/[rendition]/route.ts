import { Readable } from 'node:stream';
import { z } from 'zod';
import { openClaimPicture } from '@/lib/admin/claims/open-claim-picture';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** A photo of a fault as JPEG, for staff. */
export const GET = defineRoute({
  access: 'claims',
  params: z.strictObject({
    claimId: idSchema('claim'),
    pictureId: idSchema('picture'),
    rendition: z.string(),
  }),
  output: 'response',
  run: async (ctx, { params }) => {
    const stream = await openClaimPicture(ctx, params);
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'image/jpeg',
        'cache-control': 'private, no-store',
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
