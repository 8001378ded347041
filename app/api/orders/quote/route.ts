import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { quoteCart } from '@/lib/orders/quote-cart';
import { CurrencySchema, QuoteSchema } from '@/lib/orders/schema';

const MoneySchema = z.object({ amountMinor: z.number().int(), currency: CurrencySchema });

export const POST = defineRoute({
  access: 'customer',
  body: QuoteSchema,
  output: z.object({
    items: MoneySchema,
    delivery: MoneySchema,
    tax: MoneySchema,
    taxBasisPoints: z.number().int(),
    total: MoneySchema,
    arrival: z.object({ from: z.string(), to: z.string() }),
  }),
  rate: { name: 'quote', points: 120, seconds: 60 },
  run: async (ctx, { body }) => {
    const { priced, arrival } = await quoteCart(ctx, body);
    return { ...priced, arrival };
  },
});
