import { z } from 'zod';
import { changeStaff } from '@/lib/admin/staff/change-staff';
import { ChangeStaffSchema, StaffParamsSchema } from '@/lib/admin/staff/schema';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'admin',
  params: StaffParamsSchema,
  body: ChangeStaffSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changeStaff(ctx, { ...params, ...body });
    return null;
  },
});
