import { z } from 'zod';
import { endLooking } from '@/lib/accounts/end-looking';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'guest',
  endsLooking: true,
  output: z.null(),
  run: async (ctx) => {
    await endLooking(ctx);
    return null;
  },
});
