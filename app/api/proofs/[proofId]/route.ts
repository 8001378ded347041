import { getProof } from '@/lib/calendars/get-proof';
import { ProofViewSchema } from '@/lib/calendars/present-proof';
import { ProofParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'guest',
  params: ProofParamsSchema,
  output: ProofViewSchema,
  run: (ctx, { params }) => getProof(ctx, params.proofId),
});
