import { z } from 'zod';
import { mailAgain } from '@/lib/admin/certificates/mail-again';
import { StaffKeySchema } from '@/lib/admin/certificates/schema';
import { defineRoute } from '@/lib/http/define-route';
import { CertificateParamsSchema } from '@/lib/orders/certificates/schema';

export const POST = defineRoute({
  access: 'finance',
  params: CertificateParamsSchema,
  body: StaffKeySchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await mailAgain(ctx, { ...params, ...body });
    return null;
  },
});
