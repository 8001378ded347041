import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { changeProduct } from '@/lib/orders/change-product';
import { changeQuantity } from '@/lib/orders/change-quantity';
import { removeFromCart } from '@/lib/orders/remove-from-cart';
import { QuantitySchema } from '@/lib/orders/schema';

const params = z.strictObject({ cartItemId: idSchema('cartItem') });
const rate = { name: 'cart', points: 120, seconds: 60 };

export const PATCH = defineRoute({
  access: 'guest',
  params,
  body: z.union([
    z.strictObject({ quantity: QuantitySchema }),
    z.strictObject({ productId: idSchema('product') }),
  ]),
  output: z.null(),
  rate,
  run: async (ctx, { params: { cartItemId }, body }) => {
    if ('quantity' in body) await changeQuantity(ctx, { cartItemId, ...body });
    else await changeProduct(ctx, { cartItemId, ...body });
    return null;
  },
});

export const DELETE = defineRoute({
  access: 'guest',
  params,
  output: z.null(),
  rate,
  run: async (ctx, { params: { cartItemId } }) => {
    await removeFromCart(ctx, { cartItemId });
    return null;
  },
});
