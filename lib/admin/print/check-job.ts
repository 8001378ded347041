import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { checkPrintJob } from '@/lib/orders/print-houses/check-print-job';
import { findPrintJob } from '@/lib/orders/print-houses/store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Asks the house now how a print job stands.
 * @throws DomainError "account.not_allowed", "print_job.not_found", "print_house.unavailable"
 */
export async function checkJob(ctx: Ctx, input: { printJobId: Id<'printJob'> }): Promise<void> {
  requireStaff(ctx, 'production');
  const { printJobId } = input;
  if (!(await findPrintJob(ctx, printJobId))) throw new DomainError('print_job.not_found');
  await recordAudit(ctx, { action: 'print_job.checked', subject: printJobId });
  await checkPrintJob(ctx, printJobId);
}
