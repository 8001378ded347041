import { z } from 'zod';
import { resetSecondFactor } from '@/lib/admin/staff/reset-second-factor';
import { StaffParamsSchema } from '@/lib/admin/staff/schema';
import { defineRoute } from '@/lib/http/define-route';

export const DELETE = defineRoute({
  access: 'admin',
  params: StaffParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await resetSecondFactor(ctx, params);
    return null;
  },
});
