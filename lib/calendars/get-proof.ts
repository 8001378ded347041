import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { type ProofView, presentProof } from './present-proof';
import { findProof } from './proof-store';

/** State and progress of one rendering. @throws DomainError "proof.not_found" for absent and foreign ones alike */
export async function getProof(ctx: Ctx, proofId: Id<'proof'>): Promise<ProofView> {
  const row = await findProof(ctx, { ownerId: asPerson(ctx).actor.userId }, proofId);
  if (!row) throw new DomainError('proof.not_found');
  return presentProof(row, ctx.clock.now());
}
