import { normaliseEmail } from '@/lib/accounts/normalise-email';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { type History, readHistoryOf } from '@/lib/stars/read-history';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findStarOwner } from './store';

export type StaffStarAccount = {
  userId: Id<'user'>;
  name: string | null;
  email: string;
  balance: number;
  held: number;
  history: History;
};

/**
 * The stars of the person with this address; null when nobody has it.
 * @param input.before position in the ledger below which the rows begin; null for the newest
 * @throws DomainError "account.not_allowed"
 */
export function findStarAccount(
  ctx: Ctx,
  input: { email: string; before: number | null },
): Promise<StaffStarAccount | null> {
  requireStaff(ctx, 'finance');
  return inTransaction(ctx, async (tx) => {
    const email = plainAddress(input.email);
    const owner = email === null ? null : await findStarOwner(tx, { email });
    if (!owner) return null;
    await recordAudit(tx, { action: 'stars.account_viewed', subject: owner.id });
    return {
      userId: owner.id as Id<'user'>,
      name: owner.name,
      email: owner.email ?? '',
      balance: owner.starAccount?.balance ?? 0,
      held: owner.starAccount?.held ?? 0,
      history: await readHistoryOf(tx, owner.id, input.before),
    };
  });
}

/** Null for what is no address: nobody has it. */
function plainAddress(typed: string): string | null {
  try {
    return normaliseEmail(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
