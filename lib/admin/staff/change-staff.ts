import type { z } from 'zod';
import { endLoginSessions, putDesks } from '@/lib/accounts/store';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { ChangeStaffSchema } from './schema';
import { findStaffMember, lockAdmins } from './staff-store';

/**
 * Changes what a member of staff may do. Who loses something is signed out everywhere, so that it counts at once. The
 * last admin keeps the role, because nobody could give it again.
 * @throws DomainError "account.not_allowed", "staff.not_found", "staff.last_admin"
 */
export async function changeStaff(
  ctx: Ctx,
  input: { userId: Id<'user'> } & z.output<typeof ChangeStaffSchema>,
): Promise<void> {
  requireStaff(ctx, 'admin');
  const { userId, role, desks } = input;
  await inTransaction(ctx, async (tx) => {
    const admins = await lockAdmins(tx);
    const member = await findStaffMember(tx, userId);
    if (!member) throw new DomainError('staff.not_found');
    const isLast = admins.length === 1 && admins[0] === userId;
    if (isLast && role !== 'ADMIN') throw new DomainError('staff.last_admin');
    await tx.db.user.update({ where: { id: userId }, data: { role } });
    await putDesks(tx, userId, role === 'STAFF' ? desks : []);
    const before = member.staffRoles.map(({ desk }) => desk);
    await endLoginSessions(tx, { userId, except: tx.actor.loginSessionId });
    await recordAudit(tx, {
      action: 'staff.changed',
      subject: userId,
      data: { from: { role: member.role, desks: before }, to: { role, desks } },
    });
  });
}
