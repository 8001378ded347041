import { z } from 'zod';
import { SaveSenderSchema } from '@/lib/admin/delivery/schema';
import { saveSender } from '@/lib/admin/delivery/sender-desk';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'admin',
  body: SaveSenderSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await saveSender(ctx, body);
    return null;
  },
});
