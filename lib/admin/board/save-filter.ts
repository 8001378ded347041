import type { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findSavedFilters, lockSavedFilters, putSavedFilter } from './filter-store';
import { boardQuery, readBoardQuery, type SaveFilterSchema } from './schema';

export const SAVED_FILTERS_MAX = 20;

/**
 * Keeps a filter of the board for this person; one of the same name is replaced. A search is left out: it names people,
 * and what is kept about them must go when they do.
 * @throws DomainError "account.not_allowed", "saved_filter.too_many"
 */
export async function saveFilter(
  ctx: Ctx,
  input: z.output<typeof SaveFilterSchema>,
): Promise<{ savedFilterId: Id<'savedFilter'> }> {
  const owner = { ownerId: requireStaff(ctx, 'orders').userId };
  const query = boardQuery(readBoardQuery(input.query), { search: '', page: 1 });
  return inTransaction(ctx, async (tx) => {
    await lockSavedFilters(tx, owner);
    const kept = await findSavedFilters(tx, owner);
    if (kept.length >= SAVED_FILTERS_MAX && !kept.some(({ name }) => name === input.name)) {
      throw new DomainError('saved_filter.too_many', { max: SAVED_FILTERS_MAX });
    }
    const { id } = await putSavedFilter(tx, {
      ...owner,
      id: newId('savedFilter'),
      name: input.name,
      query,
    });
    await recordAudit(tx, { action: 'filter.saved', subject: id, data: { query } });
    return { savedFilterId: id as Id<'savedFilter'> };
  });
}
