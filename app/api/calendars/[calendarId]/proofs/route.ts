import { ProofViewSchema } from '@/lib/calendars/present-proof';
import { requestProof } from '@/lib/calendars/request-proof';
import { CalendarParamsSchema, RequestProofSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  body: RequestProofSchema,
  rate: { name: 'proof-request', points: 40, seconds: 600 },
  output: ProofViewSchema,
  run: (ctx, { params, body }) => requestProof(ctx, { ...params, ...body }),
});
