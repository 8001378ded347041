import type { z } from 'zod';
import { endLoginSessions, lockPerson } from '@/lib/accounts/store';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findCustomer } from './customer-store';
import type { BlockSchema } from './schema';

/**
 * Blocks a customer, whose every browser is out at once, or lets them in again. An erased account stays closed.
 * @throws DomainError "account.not_allowed", "customer.not_found"
 */
export async function blockCustomer(
  ctx: Ctx,
  input: { userId: Id<'user'> } & z.output<typeof BlockSchema>,
): Promise<void> {
  requireStaff(ctx, 'support');
  const { userId, isBlocked, reason } = input;
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, userId);
    const row = await findCustomer(tx, userId);
    if (!row || row.erasedAt !== null || row.erasures.length > 0) {
      throw new DomainError('customer.not_found');
    }
    if ((row.blockedAt !== null) === isBlocked) return;
    await tx.db.user.update({
      where: { id: userId },
      data: { blockedAt: isBlocked ? tx.clock.now() : null },
    });
    if (isBlocked) await endLoginSessions(tx, { userId });
    await recordAudit(tx, {
      action: isBlocked ? 'customer.blocked' : 'customer.unblocked',
      subject: userId,
      data: { reason },
    });
  });
}
