import { DomainError, type ErrorCode, type ErrorParams } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { startProduction } from '@/lib/orders/print-houses/start-production';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { HandOverInput } from './schema';

export type HandOverResult = {
  printJobIds: Id<'printJob'>[];
  /** Orders that stay where they are, each with its reason. */
  refused: { orderId: Id<'order'>; code: ErrorCode; params: ErrorParams }[];
};

/**
 * Hands several paid orders to print, each by itself: one that cannot go does not keep the others.
 * @throws DomainError "account.not_allowed"
 */
export async function handOver(ctx: Ctx, input: HandOverInput): Promise<HandOverResult> {
  requireStaff(ctx, 'production');
  const result: HandOverResult = { printJobIds: [], refused: [] };
  for (const orderId of new Set(input.orderIds)) {
    try {
      const jobs = await inTransaction(ctx, async (tx) => {
        const started = await startProduction(tx, { orderId, printHouseId: input.printHouseId });
        await recordAudit(tx, {
          action: 'order.handed_to_print',
          subject: orderId,
          data: { printHouseId: input.printHouseId, printJobIds: started },
        });
        return started;
      });
      result.printJobIds.push(...jobs);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      result.refused.push({ orderId, code: error.code, params: error.params });
    }
  }
  return result;
}
