import { z } from 'zod';
import { grantStars } from '@/lib/admin/stars/grant-stars';
import { GrantSchema } from '@/lib/admin/stars/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'finance',
  params: z.strictObject({ userId: idSchema('user') }),
  body: GrantSchema,
  output: z.object({ balance: z.number() }),
  run: (ctx, { params, body }) => grantStars(ctx, { ...params, ...body }),
});
