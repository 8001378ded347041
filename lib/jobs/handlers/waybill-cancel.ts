import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { callOffWaybill } from '@/lib/orders/delivery/call-off-waybill';

export async function handleWaybillCancel(
  ctx: Ctx,
  payload: JobPayload<'waybill.cancel'>,
): Promise<void> {
  await callOffWaybill(ctx, payload);
}
