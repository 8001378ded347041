import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { deleteSavedAddress } from './saved-address-store';

/** @throws DomainError "address.not_found" */
export async function removeAddress(
  ctx: Ctx,
  input: { addressId: Id<'savedAddress'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteSavedAddress(tx, owner, input.addressId)))
      throw new DomainError('address.not_found');
  });
}
