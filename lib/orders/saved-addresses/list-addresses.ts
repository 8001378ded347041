import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { readAddress } from '../address-lines';
import { findSavedAddresses } from './saved-address-store';
import type { SavedAddressView } from './schema';

/** The addresses that a person keeps: the default first, then the newest. */
export async function listAddresses(ctx: Ctx): Promise<SavedAddressView[]> {
  const rows = await findSavedAddresses(ctx, { ownerId: asPerson(ctx).actor.userId });
  return rows.map((row) => ({
    id: row.id as Id<'savedAddress'>,
    label: row.label,
    address: readAddress(row.address),
    isDefault: row.isDefault,
  }));
}
