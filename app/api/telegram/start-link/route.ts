import { z } from 'zod';
import { makeStartLink } from '@/lib/accounts/links/telegram-start';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'customer',
  output: z.object({ url: z.string() }),
  run: (ctx) => makeStartLink(ctx),
});
