import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { makeWaybill } from '@/lib/orders/delivery/make-waybill';

export async function handleWaybillMake(
  ctx: Ctx,
  payload: JobPayload<'waybill.make'>,
): Promise<void> {
  await makeWaybill(ctx, payload);
}
