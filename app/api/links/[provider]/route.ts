import { z } from 'zod';
import { beginLink } from '@/lib/accounts/links/begin-link';
import { rememberLink } from '@/lib/accounts/links/link-cookie';
import { BeginLinkSchema, ProviderParamsSchema } from '@/lib/accounts/links/schema';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { addressOf } from '@/lib/http/client-address';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'public',
  params: ProviderParamsSchema,
  body: BeginLinkSchema,
  output: z.object({ url: z.string() }),
  run: async (ctx, { params, body, request }) => {
    const { url, attempt } = await beginLink(ctx, {
      provider: params.provider,
      returnTo: safeReturnTo(body.returnTo),
      address: addressOf(request.headers),
    });
    await rememberLink(attempt);
    return { url };
  },
});
