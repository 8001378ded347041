import type { Ctx } from '@/lib/db/context';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { fetchReceipts } from '@/lib/payments/fetch-receipts';
import { reconcilePayments } from '@/lib/payments/reconcile-payments';

export async function handlePaymentsReconcile(ctx: Ctx): Promise<void> {
  await fetchReceipts(ctx);
  await reconcilePayments(ctx, PURPOSES);
}
