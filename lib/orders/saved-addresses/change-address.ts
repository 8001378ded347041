import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { requireAddress } from '../address';
import { lockShopOf } from '../store';
import { clearDefaultAddress, findSavedAddress, updateSavedAddress } from './saved-address-store';
import type { SaveAddressInput } from './schema';

/**
 * Writes a kept address anew. Orders hold their own copy and stay as they are.
 * @throws DomainError "address.not_found", "order.address_invalid", "order.country_not_served"
 */
export async function changeAddress(
  ctx: Ctx,
  input: SaveAddressInput & { addressId: Id<'savedAddress'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const address = requireAddress(input.address);
  await inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    const known = await findSavedAddress(tx, owner, input.addressId);
    if (!known) throw new DomainError('address.not_found');
    if (input.isDefault) await clearDefaultAddress(tx, owner);
    await updateSavedAddress(tx, owner, known.id, {
      label: input.label,
      address,
      isDefault: input.isDefault,
    });
  });
}
