import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { AddressSchema } from '../address-lines';
import { AddressInputSchema } from '../schema';

/** A person's address book is for family and friends, not for a mailing list. */
export const SAVED_ADDRESSES_MAX = 20;

/** "Grandma", "Office": what stands over the address in lists. */
export const LABEL_MAX = 40;

export const SaveAddressSchema = z.strictObject({
  label: z.string().trim().max(LABEL_MAX, 'too_long'),
  address: AddressInputSchema,
  isDefault: z.boolean(),
});
export type SaveAddressInput = z.output<typeof SaveAddressSchema>;

export const AddressParamsSchema = z.strictObject({ addressId: idSchema('savedAddress') });

export const SavedAddressViewSchema = z.object({
  id: idSchema('savedAddress'),
  label: z.string(),
  address: AddressSchema,
  isDefault: z.boolean(),
});
export type SavedAddressView = z.output<typeof SavedAddressViewSchema>;
