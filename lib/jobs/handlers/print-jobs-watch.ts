import type { Ctx } from '@/lib/db/context';
import { watchPrintJobs } from '@/lib/orders/print-houses/watch-print-jobs';

export async function handlePrintJobsWatch(ctx: Ctx): Promise<void> {
  await watchPrintJobs(ctx);
}
