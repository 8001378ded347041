import { z } from 'zod';
import { disconnectLink } from '@/lib/accounts/links/disconnect-link';
import { LinkParamsSchema } from '@/lib/accounts/links/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'customer',
  params: LinkParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await disconnectLink(ctx, params.linkId);
    return null;
  },
});
