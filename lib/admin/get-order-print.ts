import { isAdmitted } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { PrintJobStatus } from '@/lib/orders/print-houses/print-job-states';
import { presentJob, type StaffPrintJob } from './print/present-job';
import { findHouses, findOrderJobs } from './print/print-store';
import { requireStaff } from './require-staff';

export type OrderPrint = {
  jobs: (StaffPrintJob & {
    history: { id: string; at: string; to: PrintJobStatus; reason: string | null }[];
  })[];
  /** Whether this person gives work to houses. */
  mayPrint: boolean;
  /** Those that can be given work. */
  houses: { id: Id<'printHouse'>; name: string }[];
};

/**
 * The print jobs of an order for its staff page, whose own reader writes the audit row.
 * @throws DomainError "account.not_allowed"
 */
export async function getOrderPrint(
  ctx: Ctx,
  input: { orderId: Id<'order'> },
): Promise<OrderPrint> {
  requireStaff(ctx, 'orders');
  const rows = await findOrderJobs(ctx, input.orderId);
  const houses = await findHouses(ctx);
  const mayPrint = isAdmitted(ctx.actor, 'production');
  return {
    mayPrint,
    jobs: rows.map((row) => ({
      ...presentJob(row),
      ...(mayPrint ? {} : { actions: [] }),
      history: row.events.map(({ id, createdAt, toStatus, reason }) => ({
        id,
        at: createdAt.toISOString(),
        to: toStatus,
        reason,
      })),
    })),
    houses: houses
      .filter(({ isActive }) => isActive)
      .map(({ id, name }) => ({ id: id as Id<'printHouse'>, name })),
  };
}
