import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { resendPrintJob } from '@/lib/orders/print-houses/resend-print-job';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Sends the calendars of a refused, failed or cancelled print job again, to the same house or another one.
 * @throws DomainError "account.not_allowed" and those of resendPrintJob
 */
export async function resendJob(
  ctx: Ctx,
  input: { printJobId: Id<'printJob'>; printHouseId: Id<'printHouse'> },
): Promise<{ printJobId: Id<'printJob'> }> {
  requireStaff(ctx, 'production');
  return inTransaction(ctx, async (tx) => {
    const { printJobId, orderId } = await resendPrintJob(tx, input);
    await recordAudit(tx, {
      action: 'print_job.sent_again',
      subject: input.printJobId,
      data: { printJobId, orderId, printHouseId: input.printHouseId },
    });
    return { printJobId };
  });
}
