import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { readDraft } from '@/lib/orders/checkout-draft/read-draft';
import { saveDraft } from '@/lib/orders/checkout-draft/save-draft';
import { CheckoutDraftSchema } from '@/lib/orders/schema';

const rate = { name: 'checkout-draft', points: 240, seconds: 60 };

export const GET = defineRoute({
  access: 'customer',
  output: CheckoutDraftSchema.nullable(),
  rate,
  run: (ctx) => readDraft(ctx),
});

export const PUT = defineRoute({
  access: 'customer',
  body: CheckoutDraftSchema,
  output: z.null(),
  rate,
  run: async (ctx, { body }) => {
    await saveDraft(ctx, body);
    return null;
  },
});
