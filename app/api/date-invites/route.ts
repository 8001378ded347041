import { z } from 'zod';
import { createInvite } from '@/lib/calendars/date-book/invites';
import { CreateInviteSchema } from '@/lib/calendars/date-book/schema';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'guest',
  body: CreateInviteSchema,
  rate: { name: 'date-invite', points: 60, seconds: 3600 },
  output: z.looseObject({ id: z.string(), url: z.string() }),
  run: (ctx, { body }) => createInvite(ctx, body),
});
