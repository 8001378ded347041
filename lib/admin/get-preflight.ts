import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findPrintItem } from './store';

/**
 * The preflight report of an ordered calendar as it was frozen with the order, with the file it is about.
 * @throws DomainError "account.not_allowed", "order.not_found"
 */
export async function getPreflight(
  ctx: Ctx,
  input: { orderId: Id<'order'>; orderItemId: Id<'orderItem'> },
): Promise<{ fileName: string; report: object }> {
  requireStaff(ctx, 'orders');
  const item = await findPrintItem(ctx, input.orderId, input.orderItemId);
  if (!item) throw new DomainError('order.not_found');
  await recordAudit(ctx, {
    action: 'order.preflight_downloaded',
    subject: input.orderId,
    data: { orderItemId: item.id },
  });
  const { order, formatId, fileSha256, preflight } = item;
  return {
    fileName: `${order.number}-${item.id.slice(-6)}-preflight.json`,
    report: { order: order.number, formatId, press: item.proof.pressId, fileSha256, preflight },
  };
}
