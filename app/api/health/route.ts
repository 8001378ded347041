import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** Ready to serve: this process answers and its database does. */
export const GET = defineRoute({
  access: 'public',
  output: z.object({ ok: z.literal(true) }),
  run: async (ctx) => {
    await ctx.db.$queryRaw`select 1`;
    return { ok: true as const };
  },
});
