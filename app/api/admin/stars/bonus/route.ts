import { z } from 'zod';
import { changeWelcome } from '@/lib/admin/stars/change-welcome';
import { ChangeBonusSchema } from '@/lib/admin/stars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'finance',
  body: ChangeBonusSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await changeWelcome(ctx, body);
    return null;
  },
});
