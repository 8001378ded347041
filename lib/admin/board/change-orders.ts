import { DomainError, type ErrorCode, type ErrorParams } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { holdOrder } from '../hold-order';
import { handOver } from '../print/hand-over';
import { requireStaff } from '../require-staff';
import type { BulkInput } from './schema';

export type BulkResult = {
  /** Orders that are now as was asked for; one that was so already counts among them. */
  done: Id<'order'>[];
  /** Orders that stay where they are, each with its reason. */
  refused: { orderId: Id<'order'>; code: ErrorCode; params: ErrorParams }[];
};

/**
 * Hands orders to print, holds them back or lets them go on, each by itself: one that cannot does not keep the others.
 * @throws DomainError "account.not_allowed"
 */
export async function changeOrders(ctx: Ctx, input: BulkInput): Promise<BulkResult> {
  requireStaff(ctx, 'production');
  const orderIds = [...new Set(input.orderIds)];
  if (input.action === 'produce') {
    const { refused } = await handOver(ctx, { orderIds, printHouseId: null });
    const stay = new Set(refused.map(({ orderId }) => orderId));
    return { done: orderIds.filter((id) => !stay.has(id)), refused };
  }
  const result: BulkResult = { done: [], refused: [] };
  const { reason } = input;
  for (const orderId of orderIds) {
    try {
      await holdOrder(ctx, { orderId, isHeld: input.action === 'hold', reason });
      result.done.push(orderId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      result.refused.push({ orderId, code: error.code, params: error.params });
    }
  }
  return result;
}
