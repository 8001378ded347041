import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { expiryAfterReturn } from './rules';
import {
  type CertificateRow,
  findEntriesByKeys,
  findSpent,
  insertEntry,
  lockCertificate,
  lockOrderRow,
  setExpiry,
} from './store';

/** What an order took from certificates and has not given back: as much as a refund may return to them. */
export async function returnableMinor(ctx: ReadCtx, orderId: string): Promise<number> {
  const spent = await findSpent(ctx, orderId);
  return spent.reduce((sum, { openMinor }) => sum + openMinor, 0);
}

/**
 * Gives what an order took back to its certificates, the one used last first. Locks the order's row, then theirs. The
 * same order and key again gives nothing more.
 * @param wish.amountMinor a part, or "all" that is still out
 * @param wish.key names the reason, e.g. "cancelled" or "refund:ref_…"
 * @returns how much this key gave back, now or before
 * @throws DomainError "refund.too_much" when the order took less than that
 */
export async function returnCertificates(
  tx: TxCtx,
  wish: { orderId: string; amountMinor: number | 'all'; key: string },
): Promise<number> {
  const { orderId, amountMinor } = wish;
  await lockOrderRow(tx, orderId);
  const keyOf = (certificateId: string) => `return:${orderId}:${wish.key}:${certificateId}`;
  const used = await findSpent(tx, orderId);
  const known = await findEntriesByKeys(
    tx,
    used.map(({ certificateId }) => keyOf(certificateId)),
  );
  if (known.length > 0) return known.reduce((sum, entry) => sum + entry.amountMinor, 0);
  const spent = used.filter(({ openMinor }) => openMinor > 0);
  const open = spent.reduce((sum, { openMinor }) => sum + openMinor, 0);
  const wanted = amountMinor === 'all' ? open : amountMinor;
  if (wanted > open) throw new DomainError('refund.too_much');
  let left = wanted;
  const parts: { certificateId: string; part: number }[] = [];
  for (const { certificateId, openMinor } of spent) {
    const part = Math.min(left, openMinor);
    if (part > 0) parts.push({ certificateId, part });
    left -= part;
  }
  // Everybody locks certificates in the order of their ids.
  parts.sort((a, b) => (a.certificateId < b.certificateId ? -1 : 1));
  for (const { certificateId, part } of parts) {
    const row = await lockCertificate(tx, { id: certificateId });
    if (row) await giveBack(tx, row, { orderId, part, key: keyOf(certificateId) });
  }
  return wanted;
}

async function giveBack(
  tx: TxCtx,
  row: CertificateRow,
  wish: { orderId: string; part: number; key: string },
): Promise<void> {
  const entry = { certificateId: row.id, actorId: tx.actor.userId };
  await insertEntry(tx, {
    ...entry,
    id: newId('certificateEntry'),
    kind: 'RETURN',
    amountMinor: wish.part,
    orderId: wish.orderId,
    idempotencyKey: wish.key,
  });
  if (row.status === 'VOID') {
    // Staff took the rest of it away: what comes back goes the same way, and nothing can be spent again.
    await insertEntry(tx, {
      ...entry,
      id: newId('certificateEntry'),
      kind: 'WITHDRAW',
      amountMinor: -wish.part,
      idempotencyKey: `withdraw:${wish.key}`,
    });
    return;
  }
  await setExpiry(tx, row.id, expiryAfterReturn(row.expiresAt, tx.clock.now()));
}
