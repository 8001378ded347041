import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { type CertificateRow, insertEntry, setCertificateStatus } from './store';

/**
 * Ends a certificate, whose row the caller has locked: what is left of it is taken away for good. One that is not
 * active stays as it is.
 * @param key names the reason once
 * @returns whether it ended now
 */
export async function withdrawRest(tx: TxCtx, row: CertificateRow, key: string): Promise<boolean> {
  if (row.status !== 'ACTIVE') return false;
  if (row.balanceMinor > 0) {
    await insertEntry(tx, {
      id: newId('certificateEntry'),
      certificateId: row.id,
      kind: 'WITHDRAW',
      amountMinor: -row.balanceMinor,
      idempotencyKey: key,
      actorId: tx.actor.userId,
    });
  }
  return setCertificateStatus(tx, row.id, 'ACTIVE', 'VOID');
}
