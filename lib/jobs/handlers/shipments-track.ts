import type { Ctx } from '@/lib/db/context';
import { trackShipments } from '@/lib/orders/delivery/track-shipments';

export async function handleShipmentsTrack(ctx: Ctx): Promise<void> {
  await trackShipments(ctx);
}
