import { z } from 'zod';
import { ParcelParamsSchema, SendByHandSchema } from '@/lib/admin/delivery/schema';
import { sendParcel } from '@/lib/admin/delivery/send-parcel';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  params: ParcelParamsSchema,
  body: SendByHandSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await sendParcel(ctx, { ...params, ...body });
    return null;
  },
});
