import type { Readable } from 'node:stream';
import { readDocument } from '@/lib/calendars/read-document';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { recordOrderEvent } from '../move-order';
import { findOrder, lockOrder } from '../store';
import { findEditions } from './files-store';
import { isFileOpen } from './order-files';

/**
 * The clean file that somebody bought, for them alone. The first download is on record: from then on the order cannot
 * be cancelled by its customer.
 * @throws DomainError "order.not_found" for absent, foreign, unpaid and printed things alike, "proof.not_ready"
 */
export async function openOrderFile(
  ctx: Ctx,
  input: { orderId: Id<'order'>; orderItemId: Id<'orderItem'> },
): Promise<{ stream: Readable; bytes: number; fileName: string }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  // An admin who looks with the customer's eyes takes nothing away, and must not spend the right to cancel.
  if (ctx.actor.lookedAtBy !== null) throw new DomainError('order.not_found');
  const edition = await inTransaction(ctx, async (tx) => {
    await lockOrder(tx, input.orderId);
    const order = await findOrder(tx, owner, input.orderId);
    const item = order?.items.find(({ id }) => id === input.orderItemId);
    if (!order || !item || !isFileOpen(order, item)) throw new DomainError('order.not_found');
    const found = (await findEditions(tx, [item])).get(item.id);
    if (found?.status !== 'READY' || !found.fileKey || !found.fileBytes) {
      throw new DomainError('proof.not_ready');
    }
    const isFirst = !order.events.some(({ kind }) => kind === 'file_downloaded');
    if (isFirst) await recordOrderEvent(tx, order.id, { kind: 'file_downloaded' });
    return { key: found.fileKey, bytes: found.fileBytes, from: readDocument(item.document).from };
  });
  return {
    stream: await ctx.providers.files.read(edition.key),
    bytes: edition.bytes,
    fileName: `twelvefold-${edition.from}.pdf`,
  };
}
