import { z } from 'zod';
import { CompareSchema } from '@/lib/admin/tills/schema';
import { startComparison } from '@/lib/admin/tills/start-comparison';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  body: CompareSchema,
  output: z.null(),
  rate: { name: 'tills-compare', points: 30, seconds: 600 },
  run: async (ctx, { body }) => {
    await startComparison(ctx, body);
    return null;
  },
});
