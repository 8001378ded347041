import { deleteFactor } from '@/lib/accounts/second-factor/factor-store';
import { endLoginSessions, lockPerson } from '@/lib/accounts/store';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findStaffMember } from './staff-store';

/**
 * Lets a member of staff who lost phone and recovery codes set up an app anew: theirs is forgotten, every browser of
 * theirs is signed out. Nobody does it for themselves, so that an open browser does not become a new app.
 * @throws DomainError "account.not_allowed", "staff.not_found", "staff.own_app"
 */
export async function resetSecondFactor(ctx: Ctx, input: { userId: Id<'user'> }): Promise<void> {
  const admin = requireStaff(ctx, 'admin');
  const { userId } = input;
  if (userId === admin.userId) throw new DomainError('staff.own_app');
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, userId);
    if (!(await findStaffMember(tx, userId))) throw new DomainError('staff.not_found');
    await deleteFactor(tx, userId);
    await endLoginSessions(tx, { userId });
    await recordAudit(tx, { action: 'staff.app_reset', subject: userId });
  });
}
