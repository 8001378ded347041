import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { readBalance } from '@/lib/stars/read-wallet';

export const GET = defineRoute({
  access: 'customer',
  output: z.object({ balance: z.number(), held: z.number() }),
  run: (ctx) => readBalance(ctx),
});
