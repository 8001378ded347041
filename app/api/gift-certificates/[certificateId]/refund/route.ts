import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { refundCertificate } from '@/lib/orders/certificates/refund-certificate';
import { CertificateParamsSchema, RefundCertificateSchema } from '@/lib/orders/certificates/schema';

export const POST = defineRoute({
  access: 'customer',
  params: CertificateParamsSchema,
  body: RefundCertificateSchema,
  output: z.null(),
  rate: { name: 'refund-certificate', points: 20, seconds: 600 },
  run: async (ctx, { params, body }) => {
    await refundCertificate(ctx, { ...params, ...body });
    return null;
  },
});
