import { DESKS, type Desk } from '@/lib/core/actor';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findStaff } from './staff-store';

export type StaffMemberView = {
  id: string;
  name: string | null;
  email: string | null;
  role: 'STAFF' | 'ADMIN';
  desks: Desk[];
  isBlocked: boolean;
  hasApp: boolean;
  lastSeenAt: string | null;
  isYou: boolean;
};

/** Everybody who may open the staff section, and what of it. @throws DomainError "account.not_allowed" */
export async function listStaff(ctx: Ctx): Promise<StaffMemberView[]> {
  const admin = requireStaff(ctx, 'admin');
  return inTransaction(ctx, async (tx) => {
    const rows = await findStaff(tx);
    await recordAudit(tx, { action: 'staff.listed', subject: 'staff' });
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role === 'ADMIN' ? 'ADMIN' : 'STAFF',
      desks:
        row.role === 'ADMIN'
          ? [...DESKS]
          : DESKS.filter((desk) => row.staffRoles.some((own) => own.desk === desk)),
      isBlocked: row.blockedAt !== null,
      hasApp: row.secondFactor?.confirmedAt != null,
      lastSeenAt: row.loginSessions[0]?.lastSeenAt.toISOString() ?? null,
      isYou: row.id === admin.userId,
    }));
  });
}
