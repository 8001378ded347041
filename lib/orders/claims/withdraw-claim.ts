import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { withdrawOwnClaim } from './store';

/** Takes one's own open claim back. @throws DomainError "claim.not_found", "claim.decided" */
export async function withdrawClaim(
  ctx: Ctx,
  input: { orderId: Id<'order'>; claimId: Id<'claim'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    const end = await withdrawOwnClaim(tx, owner, input);
    if (end === 'absent') throw new DomainError('claim.not_found');
    if (end === 'decided') throw new DomainError('claim.decided');
  });
}
