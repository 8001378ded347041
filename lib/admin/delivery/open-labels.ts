import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { printLabels } from '@/lib/orders/delivery/print-labels';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/** The labels of these waybills as one PDF; on record. @throws DomainError "account.not_allowed", and those of printLabels */
export async function openLabels(
  ctx: Ctx,
  input: { shipmentIds: readonly Id<'shipment'>[] },
): Promise<Buffer> {
  requireStaff(ctx, 'production');
  const labels = await printLabels(ctx, input);
  for (const shipmentId of input.shipmentIds) {
    await recordAudit(ctx, { action: 'label.printed', subject: shipmentId });
  }
  return labels;
}
