import { z } from 'zod';
import { changePack } from '@/lib/admin/stars/change-pack';
import { ChangePackSchema } from '@/lib/admin/stars/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'finance',
  params: z.strictObject({ packId: idSchema('starPack') }),
  body: ChangePackSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changePack(ctx, { ...params, ...body });
    return null;
  },
});
