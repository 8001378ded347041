import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { changeAddress } from '@/lib/orders/saved-addresses/change-address';
import { removeAddress } from '@/lib/orders/saved-addresses/remove-address';
import { AddressParamsSchema, SaveAddressSchema } from '@/lib/orders/saved-addresses/schema';

const rate = { name: 'addresses', points: 60, seconds: 60 };

export const PUT = defineRoute({
  access: 'customer',
  params: AddressParamsSchema,
  body: SaveAddressSchema,
  output: z.null(),
  rate,
  run: async (ctx, { params, body }) => {
    await changeAddress(ctx, { ...params, ...body });
    return null;
  },
});

export const DELETE = defineRoute({
  access: 'customer',
  params: AddressParamsSchema,
  output: z.null(),
  rate,
  run: async (ctx, { params }) => {
    await removeAddress(ctx, params);
    return null;
  },
});
