import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { requireStaff } from '../require-staff';
import { findSavedFilters } from './filter-store';
import { boardQuery, readBoardQuery } from './schema';

export type SavedFilterView = { id: Id<'savedFilter'>; name: string; query: string };

/** The filters that this person keeps, oldest first. @throws DomainError "account.not_allowed" */
export async function listFilters(ctx: Ctx): Promise<SavedFilterView[]> {
  const { userId } = requireStaff(ctx, 'orders');
  const rows = await findSavedFilters(ctx, { ownerId: userId });
  return rows.map(({ id, name, query }) => ({
    id: id as Id<'savedFilter'>,
    name,
    // As the board of today reads it, so that the chip of the view in sight can be told.
    query: boardQuery(readBoardQuery(query)),
  }));
}
