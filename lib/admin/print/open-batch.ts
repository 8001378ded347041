import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { type HandOffFile, openHandOff } from '@/lib/orders/print-houses/hand-off-zip';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * The zip for a press: tickets, print files and reports of some print jobs. Every download is on record.
 * @throws DomainError "account.not_allowed", "print_job.not_found", "storage.missing"
 */
export async function openBatch(
  ctx: Ctx,
  printJobIds: readonly Id<'printJob'>[],
): Promise<HandOffFile> {
  requireStaff(ctx, 'production');
  const file = await openHandOff(ctx, printJobIds);
  await inTransaction(ctx, async (tx) => {
    for (const id of printJobIds) {
      await recordAudit(tx, { action: 'print_job.downloaded', subject: id });
    }
  });
  return file;
}
