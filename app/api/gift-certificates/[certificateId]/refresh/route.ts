import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { refreshCertificate } from '@/lib/orders/certificates/refresh-certificate';
import { CERTIFICATE_STATES, CertificateParamsSchema } from '@/lib/orders/certificates/schema';

export const POST = defineRoute({
  access: 'customer',
  params: CertificateParamsSchema,
  output: z.object({ state: z.enum(CERTIFICATE_STATES) }),
  rate: { name: 'refresh', points: 60, seconds: 60 },
  run: (ctx, { params }) => refreshCertificate(ctx, params),
});
