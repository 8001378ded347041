import { z } from 'zod';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { defineRoute } from '@/lib/http/define-route';
import { checkBalance } from '@/lib/orders/certificates/check-balance';
import { BalanceSchema } from '@/lib/orders/certificates/schema';

const MoneySchema = z.object({
  amountMinor: z.number(),
  currency: z.enum(CURRENCIES as [Currency, ...Currency[]]),
});

// A code is 80 random bits; the limit keeps even the attempt to guess one out of the database.
export const POST = defineRoute({
  access: 'public',
  body: BalanceSchema,
  output: z.object({
    balance: MoneySchema,
    worth: MoneySchema,
    validTo: z.string(),
    isOver: z.boolean(),
  }),
  rate: { name: 'certificate-balance', points: 10, seconds: 900 },
  run: (ctx, { body }) => checkBalance(ctx, body),
});
