import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { creditStars, debitStars } from '@/lib/stars/ledger';
import { findByKey, lockAccount } from '@/lib/stars/store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { GrantInput } from './schema';
import { findStarOwner } from './store';

/**
 * Gives a person stars or takes free ones back, with a reason that they read. The same request key is the same grant.
 * @throws DomainError "account.not_allowed", "request.not_found" for nobody with an account, "stars.grant_invalid" when
 *   fewer stars are free than shall be taken, "request.conflict" when the key was used for something else
 */
export async function grantStars(
  ctx: Ctx,
  input: GrantInput & { userId: Id<'user'> },
): Promise<{ balance: number }> {
  const staff = requireStaff(ctx, 'finance');
  const { userId, direction, stars, reason } = input;
  const key = `grant:${staff.userId}:${input.requestKey}`;
  return inTransaction(ctx, async (tx) => {
    const owner = await findStarOwner(tx, { id: userId });
    if (!owner) throw new DomainError('request.not_found');
    const { balance } = await lockAccount(tx, userId);
    const known = await findByKey(tx, key);
    const amount = direction === 'give' ? stars : -stars;
    if (known) {
      if (known.userId !== userId || known.amount !== amount) {
        throw new DomainError('request.conflict');
      }
      return { balance };
    }
    if (balance + amount < 0) throw new DomainError('stars.grant_invalid', { balance });
    const row = { userId, type: 'ADMIN_GRANT', stars, key, reason, actorId: staff.userId } as const;
    await (direction === 'give' ? creditStars(tx, row) : debitStars(tx, row));
    await recordAudit(tx, {
      action: direction === 'give' ? 'stars.granted' : 'stars.taken_back',
      subject: userId,
      data: { stars, reason },
    });
    return { balance: balance + amount };
  });
}
