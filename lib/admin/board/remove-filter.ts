import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { deleteSavedFilter } from './filter-store';

/** Forgets a filter of this person. @throws DomainError "account.not_allowed", "saved_filter.not_found" */
export async function removeFilter(
  ctx: Ctx,
  input: { savedFilterId: Id<'savedFilter'> },
): Promise<void> {
  const owner = { ownerId: requireStaff(ctx, 'orders').userId };
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteSavedFilter(tx, owner, input.savedFilterId))) {
      throw new DomainError('saved_filter.not_found');
    }
    await recordAudit(tx, { action: 'filter.removed', subject: input.savedFilterId });
  });
}
