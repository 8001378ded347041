import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';

/** Whether this browser has a session, and which kind: what a first click needs to know. */
export const GET = defineRoute({
  access: 'public',
  output: z.object({ role: z.enum(['ANONYMOUS', 'GUEST', 'CUSTOMER', 'STAFF', 'ADMIN']) }),
  run: async (ctx) => ({ role: ctx.actor.role === 'SYSTEM' ? 'ANONYMOUS' : ctx.actor.role }),
});
