import { z } from 'zod';
import { SoftProofColoursSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';
import { softProofColours } from '@/lib/pictures/soft-proof';

/** How colours of a drawing come out in print: a question with a body. Nothing is stored. */
export const POST = defineRoute({
  access: 'guest',
  body: SoftProofColoursSchema,
  rate: { name: 'soft-proof-colours', points: 600, seconds: 600 },
  output: z.record(z.string(), z.string()),
  run: async (_ctx, { body }) =>
    Object.fromEntries(await softProofColours(body.colours, body.condition)),
});
