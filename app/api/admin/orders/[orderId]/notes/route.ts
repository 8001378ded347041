import { z } from 'zod';
import { addNote } from '@/lib/admin/add-note';
import { NoteSchema } from '@/lib/admin/schema';
import { defineRoute } from '@/lib/http/define-route';
import { OrderParamsSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'orders',
  params: OrderParamsSchema,
  body: NoteSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await addNote(ctx, { ...params, ...body });
    return null;
  },
});
