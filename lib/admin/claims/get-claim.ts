import { isAdmitted } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { type ClaimView, presentClaim } from '@/lib/orders/claims/present-claim';
import { findClaim } from '@/lib/orders/claims/store';
import type { PrintJobStatus } from '@/lib/orders/print-houses/print-job-states';
import { findPrintHouses } from '@/lib/orders/print-houses/store';
import { refundableMinorOf } from '@/lib/orders/refund-locked-order';
import { lockOrder } from '@/lib/orders/store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

export type StaffClaim = Omit<ClaimView, 'items'> & {
  orderId: Id<'order'>;
  orderNumber: string;
  email: string;
  items: { id: string; title: string; claimed: number; ordered: number; total: Money }[];
  /** What of the order's money can still go back. */
  refundable: Money;
  /** Whether this person may give it back. */
  mayRefund: boolean;
  houses: { id: Id<'printHouse'>; name: string }[];
  reprints: { number: string; status: PrintJobStatus; trackingNumbers: string[] }[];
};

/** One claim with everything that decides it. @throws DomainError "account.not_allowed", "claim.not_found" */
export async function getClaim(ctx: Ctx, input: { claimId: Id<'claim'> }): Promise<StaffClaim> {
  requireStaff(ctx, 'claims');
  return inTransaction(ctx, async (tx) => {
    const row = await findClaim(tx, input.claimId);
    const order = row && (await lockOrder(tx, row.orderId));
    if (!row || !order) throw new DomainError('claim.not_found');
    const houses = await findPrintHouses(tx);
    await recordAudit(tx, { action: 'claim.viewed', subject: row.id });
    const currency = order.currency as Currency;
    const view = presentClaim(row);
    return {
      ...view,
      orderId: order.id as Id<'order'>,
      orderNumber: order.number,
      email: order.contactEmail,
      items: view.items.map(({ orderItemId, quantity }) => {
        const item = order.items.find(({ id }) => id === orderItemId);
        return {
          id: orderItemId,
          title: item?.title ?? '',
          claimed: quantity,
          ordered: item?.quantity ?? 0,
          total: money((item?.totalMinor ?? 0) - (item?.discountMinor ?? 0), currency),
        };
      }),
      refundable: money(refundableMinorOf(order), currency),
      mayRefund: isAdmitted(ctx.actor, 'finance'),
      houses: houses.map(({ id, name }) => ({ id: id as Id<'printHouse'>, name })),
      reprints: row.printJobs.map(({ number, status, shipments }) => ({
        number,
        status,
        trackingNumbers: shipments.map(({ trackingNumber }) => trackingNumber),
      })),
    };
  });
}
