import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { ADDRESS_FIELDS, type Address, requireAddress } from '../address';
import { readAddress } from '../address-lines';
import { lockShopOf } from '../store';
import {
  clearDefaultAddress,
  findSavedAddresses,
  insertSavedAddress,
  updateSavedAddress,
} from './saved-address-store';
import { SAVED_ADDRESSES_MAX, type SaveAddressInput } from './schema';

/**
 * Keeps an address for the next order. One that is kept already stays the one it is and takes the new label, so
 * that asking twice keeps it once. A person's first address becomes the default.
 * @throws DomainError "order.address_invalid", "order.country_not_served", "address.too_many"
 */
export async function saveAddress(
  ctx: Ctx,
  input: SaveAddressInput,
): Promise<{ addressId: Id<'savedAddress'> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const address = requireAddress(input.address);
  return inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    const kept = await findSavedAddresses(tx, owner);
    const isDefault = input.isDefault || kept.length === 0;
    const same = kept.find((row) => isSame(readAddress(row.address), address));
    if (!same && kept.length >= SAVED_ADDRESSES_MAX) {
      throw new DomainError('address.too_many', { max: SAVED_ADDRESSES_MAX });
    }
    if (isDefault) await clearDefaultAddress(tx, owner);
    if (same) {
      await updateSavedAddress(tx, owner, same.id, {
        ...(input.label === '' ? {} : { label: input.label }),
        isDefault: isDefault || same.isDefault,
      });
      return { addressId: same.id as Id<'savedAddress'> };
    }
    const addressId = newId('savedAddress');
    await insertSavedAddress(tx, {
      id: addressId,
      ...owner,
      label: input.label,
      address,
      isDefault,
    });
    return { addressId };
  });
}

function isSame(a: Address, b: Address): boolean {
  return ADDRESS_FIELDS.every((field) => a[field] === b[field]);
}
