import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { BuyCertificateSchema } from '@/lib/orders/certificates/schema';
import { startCertificatePurchase } from '@/lib/orders/certificates/start-certificate-purchase';

export const POST = defineRoute({
  access: 'customer',
  body: BuyCertificateSchema,
  output: z.object({ certificateId: z.string(), redirectUrl: z.string().nullable() }),
  rate: { name: 'buy-certificate', points: 20, seconds: 600 },
  run: (ctx, { body }) => startCertificatePurchase(ctx, body),
});
