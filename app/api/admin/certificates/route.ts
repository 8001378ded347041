import { z } from 'zod';
import { issueByHand } from '@/lib/admin/certificates/issue-by-hand';
import { defineRoute } from '@/lib/http/define-route';
import { IssueCertificateSchema } from '@/lib/orders/certificates/schema';

export const POST = defineRoute({
  access: 'admin',
  body: IssueCertificateSchema,
  output: z.object({ certificateId: z.string() }),
  run: (ctx, { body }) => issueByHand(ctx, body),
});
