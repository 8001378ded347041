import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { addToCart } from '@/lib/orders/add-to-cart';
import { AddToCartSchema } from '@/lib/orders/schema';

export const POST = defineRoute({
  access: 'guest',
  body: AddToCartSchema,
  output: z.object({ cartItemId: idSchema('cartItem') }),
  rate: { name: 'cart', points: 120, seconds: 60 },
  run: (ctx, { body }) => addToCart(ctx, body),
});
