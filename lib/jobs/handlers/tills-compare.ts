import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { compareTills } from '@/lib/payments/compare-tills';

export async function handleTillsCompare(
  ctx: Ctx,
  payload: JobPayload<'tills.compare'>,
): Promise<void> {
  await compareTills(ctx, payload, PURPOSES);
}
