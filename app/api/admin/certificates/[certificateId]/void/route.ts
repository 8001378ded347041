import { z } from 'zod';
import { VoidCertificateSchema } from '@/lib/admin/certificates/schema';
import { voidCertificate } from '@/lib/admin/certificates/void-certificate';
import { defineRoute } from '@/lib/http/define-route';
import { CertificateParamsSchema } from '@/lib/orders/certificates/schema';

export const POST = defineRoute({
  access: 'admin',
  params: CertificateParamsSchema,
  body: VoidCertificateSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await voidCertificate(ctx, { ...params, ...body });
    return null;
  },
});
