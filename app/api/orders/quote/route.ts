import { defineRoute } from '@/lib/http/define-route';
import { quoteCart } from '@/lib/orders/quote-cart';
import { QuoteSchema, QuoteViewSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'customer',
  body: QuoteSchema,
  output: QuoteViewSchema,
  rate: { name: 'quote', points: 120, seconds: 60 },
  run: (ctx, { body }) => quoteCart(ctx, body),
});
