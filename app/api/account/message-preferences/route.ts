import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { changePreference, PreferenceSchema } from '@/lib/messages/preferences/preferences';

export const PUT = defineRoute({
  access: 'customer',
  body: PreferenceSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await changePreference(ctx, body);
    return null;
  },
});
