import { z } from 'zod';
import { changeSetting } from '@/lib/admin/settings/change-setting';
import { ChangeSettingSchema, SettingParamsSchema } from '@/lib/admin/settings/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'admin',
  params: SettingParamsSchema,
  body: ChangeSettingSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changeSetting(ctx, { ...params, value: body.value ?? null });
    return null;
  },
});
