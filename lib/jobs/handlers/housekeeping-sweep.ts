import type { Ctx } from '@/lib/db/context';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';

export async function handleHousekeepingSweep(ctx: Ctx): Promise<void> {
  const expired = await expireUnpaidOrders(ctx);
  ctx.log.info('housekeeping done', { expiredOrders: expired });
}
