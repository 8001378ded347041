import { assert } from '@/lib/core/assert';
import { newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { TxCtx } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { mailCertificate } from './mail-certificate';
import { type CertificateRow, insertEntry, markDelivered, setCertificateStatus } from './store';

/**
 * Makes a certificate, whose row the caller has locked, worth its sum; its letter leaves at once where that is due.
 * A second call changes nothing.
 */
export async function issueCertificate(tx: TxCtx, row: CertificateRow): Promise<void> {
  if (!(await setCertificateStatus(tx, row.id, 'AWAITING_PAYMENT', 'ACTIVE'))) return;
  const isNew = await insertEntry(tx, {
    id: newId('certificateEntry'),
    certificateId: row.id,
    kind: 'ISSUE',
    amountMinor: row.amountMinor,
    idempotencyKey: `issue:${row.id}`,
    actorId: tx.actor.userId,
  });
  assert(isNew, `certificate ${row.id} is issued once`);
  const today = dayAt(tx.clock.now(), 'UTC');
  const isDue = row.deliverOn !== null && fromDateColumn(row.deliverOn) <= today;
  if (isDue && (await markDelivered(tx, row.id))) await mailCertificate(tx, row, 'first');
}
