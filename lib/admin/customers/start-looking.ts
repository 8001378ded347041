import type { z } from 'zod';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findCustomer } from './customer-store';
import type { LookSchema } from './schema';

const LOOK_MS = 30 * 60 * 1000;

/**
 * Lets an admin's browser see the product with a customer's eyes for half an hour: nothing can be changed, every page is
 * noted, and it ends by itself, by a press, or with the admin's session.
 * @throws DomainError "account.not_allowed", "customer.not_found"
 */
export async function startLooking(
  ctx: Ctx,
  input: { userId: Id<'user'> } & z.output<typeof LookSchema>,
): Promise<void> {
  const admin = requireStaff(ctx, 'admin');
  const { loginSessionId } = admin;
  assert(loginSessionId, 'an admin who looks has a browser');
  await inTransaction(ctx, async (tx) => {
    const row = await findCustomer(tx, input.userId);
    // A guest is a browser, not an account: signing in there would merge the two.
    if (row?.role !== 'CUSTOMER' || row.erasedAt !== null)
      throw new DomainError('customer.not_found');
    const now = tx.clock.now();
    await tx.db.impersonation.updateMany({
      where: { sessionId: loginSessionId, endedAt: null },
      data: { endedAt: now },
    });
    await tx.db.impersonation.create({
      data: {
        id: newId('impersonation'),
        adminId: admin.userId,
        userId: input.userId,
        sessionId: loginSessionId,
        reason: input.reason,
        startedAt: now,
        endsAt: new Date(now.getTime() + LOOK_MS),
      },
    });
    await recordAudit(tx, {
      action: 'impersonation.started',
      subject: input.userId,
      data: { reason: input.reason },
    });
  });
}
