import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { submitPrintJob } from '@/lib/orders/print-houses/submit-print-job';

export async function handlePrintJobSubmit(
  ctx: Ctx,
  payload: JobPayload<'print_job.submit'>,
): Promise<void> {
  await submitPrintJob(ctx, payload.printJobId);
}
