import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { markHolidayDeleted } from './store';

/** Takes a correction back. @throws DomainError "account.not_allowed", "request.not_found" */
export async function removeCorrection(
  ctx: Ctx,
  input: { holidayId: Id<'holiday'> },
): Promise<void> {
  requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    if (!(await markHolidayDeleted(tx, input.holidayId))) {
      throw new DomainError('request.not_found');
    }
    await recordAudit(tx, { action: 'holiday.correction_removed', subject: input.holidayId });
  });
}
