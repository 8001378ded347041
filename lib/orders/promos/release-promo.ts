import type { TxCtx } from '@/lib/db/context';
import { giveUseBack, markReleased } from './store';

/** Gives the use of an order that ends unpaid or is cancelled back to its code; once, and nothing without a code. */
export async function releasePromo(tx: TxCtx, orderId: string): Promise<void> {
  const promoCodeId = await markReleased(tx, orderId);
  if (promoCodeId !== null) await giveUseBack(tx, promoCodeId);
}
