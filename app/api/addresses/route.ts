import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { listAddresses } from '@/lib/orders/saved-addresses/list-addresses';
import { saveAddress } from '@/lib/orders/saved-addresses/save-address';
import { SaveAddressSchema, SavedAddressViewSchema } from '@/lib/orders/saved-addresses/schema';

const rate = { name: 'addresses', points: 60, seconds: 60 };

export const GET = defineRoute({
  access: 'customer',
  output: z.array(SavedAddressViewSchema),
  rate,
  run: (ctx) => listAddresses(ctx),
});

export const POST = defineRoute({
  access: 'customer',
  body: SaveAddressSchema,
  output: z.object({ addressId: idSchema('savedAddress') }),
  rate,
  run: (ctx, { body }) => saveAddress(ctx, body),
});
