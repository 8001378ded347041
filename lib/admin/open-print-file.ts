import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordOrderEvent } from '@/lib/orders/move-order';
import { openApprovedFile } from '@/lib/orders/print-houses/approved-file';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findPrintItem } from './store';

/**
 * The file for the press, only if it is byte for byte the one that was approved. Every download is on record.
 * @throws DomainError "account.not_allowed", "order.not_found", "storage.missing" when the file is gone or changed
 */
export async function openPrintFile(
  ctx: Ctx,
  input: { orderId: Id<'order'>; orderItemId: Id<'orderItem'> },
): Promise<{ stream: Readable; bytes: number; fileName: string; sha256: string }> {
  requireStaff(ctx, 'orders');
  const item = await findPrintItem(ctx, input.orderId, input.orderItemId);
  if (!item) throw new DomainError('order.not_found');
  const copy = await openApprovedFile(ctx, item);
  try {
    const { bytes } = copy;
    const sha256 = item.fileSha256;
    await inTransaction(ctx, async (tx) => {
      await recordOrderEvent(tx, input.orderId, {
        kind: 'print_file_downloaded',
        isInternal: true,
        data: { orderItemId: item.id },
      });
      await recordAudit(tx, {
        action: 'order.print_file_downloaded',
        subject: input.orderId,
        data: { orderItemId: item.id, sha256 },
      });
    });
    const stream = createReadStream(copy.path);
    stream.once('close', () => {
      copy.release().catch((error) => ctx.log.error('local copy not released', error));
    });
    const fileName = `${item.order.number}-${item.id.slice(-6)}-${item.formatId}-x${item.quantity}.pdf`;
    return { stream, bytes, fileName, sha256 };
  } catch (error) {
    await copy.release();
    throw error;
  }
}
