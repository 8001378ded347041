import { z } from 'zod';
import { addHouse } from '@/lib/admin/print/houses';
import { AddHouseSchema } from '@/lib/admin/print/schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'production',
  body: AddHouseSchema,
  output: z.strictObject({ printHouseId: idSchema('printHouse') }),
  run: (ctx, { body }) => addHouse(ctx, body),
});
