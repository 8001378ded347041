import { z } from 'zod';
import { addCorrection } from '@/lib/admin/add-correction';
import { CorrectionSchema } from '@/lib/admin/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  body: CorrectionSchema,
  output: z.object({ holidayId: idSchema('holiday') }),
  run: (ctx, { body }) => addCorrection(ctx, body),
});
