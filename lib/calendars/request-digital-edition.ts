import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { isStalled } from './present-proof';
import { findProofByContent, insertEditionOf, type ProofRow, requeueProof } from './proof-store';

/**
 * Has the clean file for screens made of exactly what an approved print file shows. Only for what was paid: the caller
 * answers for that. The same content is the same file; a failed or abandoned one starts anew.
 */
export async function requestDigitalEdition(tx: TxCtx, approved: ProofRow): Promise<void> {
  const { calendarId, contentHash } = approved;
  await insertEditionOf(tx, approved, { id: newId('proof'), kind: 'DIGITAL' });
  const proof = await findProofByContent(tx, calendarId, 'DIGITAL', contentHash);
  if (!proof) throw new Error(`the digital edition of proof ${approved.id} was just written`);
  if (proof.status === 'FAILED' || isStalled(proof, tx.clock.now())) await requeueProof(tx, proof);
  // Also for a finished one: its job then hands the file over.
  await enqueue(tx, 'proof.render', { proofId: proof.id as Id<'proof'> });
}
