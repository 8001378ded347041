import { z } from 'zod';
import { refundAgain } from '@/lib/admin/certificates/refund-again';
import { StaffKeySchema } from '@/lib/admin/certificates/schema';
import { defineRoute } from '@/lib/http/define-route';
import { CertificateParamsSchema } from '@/lib/orders/certificates/schema';

export const POST = defineRoute({
  access: 'admin',
  params: CertificateParamsSchema,
  body: StaffKeySchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await refundAgain(ctx, { ...params, ...body });
    return null;
  },
});
