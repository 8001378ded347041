import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordOrderEvent } from '@/lib/orders/move-order';
import { lockOrder } from '@/lib/orders/store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/** Writes a note that only staff sees. @throws DomainError "account.not_allowed", "order.not_found" */
export async function addNote(
  ctx: Ctx,
  input: { orderId: Id<'order'>; text: string },
): Promise<void> {
  requireStaff(ctx, 'orders');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockOrder(tx, input.orderId))) throw new DomainError('order.not_found');
    await recordOrderEvent(tx, input.orderId, {
      kind: 'note',
      isInternal: true,
      data: { text: input.text },
    });
    await recordAudit(tx, { action: 'order.noted', subject: input.orderId });
  });
}
