import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, money } from '@/lib/core/money';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { requireOpenClaim } from '@/lib/orders/claims/claim-states';
import { queueClaimMail } from '@/lib/orders/claims/queue-claim-mail';
import { type ClaimRow, findClaim, settleClaim } from '@/lib/orders/claims/store';
import { choosePrintHouse } from '@/lib/orders/print-houses/choose-print-house';
import { readPrintJobItems } from '@/lib/orders/print-houses/print-job-items';
import { queuePrintJob } from '@/lib/orders/print-houses/queue-print-job';
import { refundLockedOrder } from '@/lib/orders/refund-locked-order';
import { lockOrder, type OrderRow } from '@/lib/orders/store';
import { recordAudit } from '../record-audit';
import { requireFinance } from '../require-finance';
import { requireStaff } from '../require-staff';
import type { DecideClaimInput } from './schema';

/**
 * Decides a claim once: prints again for nothing, gives money back, or declines with words. The customer's mail is
 * written with it. Of two decisions at once one wins.
 * @throws DomainError "account.not_allowed", "account.finance_only" for money back, "claim.not_found", "claim.decided", "refund.too_much",
 *   "print_house.not_found", "print_house.invalid"
 */
export async function decideClaim(
  ctx: Ctx,
  input: { claimId: Id<'claim'>; decision: DecideClaimInput },
): Promise<void> {
  const staff = requireStaff(ctx, 'claims');
  const { claimId, decision } = input;
  await inTransaction(ctx, async (tx) => {
    const found = await findClaim(tx, claimId);
    const order = found && (await lockOrder(tx, found.orderId));
    // Read again: whoever held the order before us may have decided it.
    const claim = await findClaim(tx, claimId);
    if (!order || !claim) throw new DomainError('claim.not_found');
    requireOpenClaim(claim.status);
    const { answer } = decision;
    const end = { answer: answer === '' ? null : answer, decidedById: staff.userId };
    await recordAudit(tx, {
      action: 'claim.decided',
      subject: claimId,
      data: { decision: decision.decision },
    });
    switch (decision.decision) {
      case 'REPRINT':
        await settle(tx, claim, 'REPRINT', end);
        await reprint(tx, order, claim, decision.printHouseId);
        return queueClaimMail(tx, { order, claim }, { template: 'claim-reprint', answer });
      case 'REFUND': {
        requireFinance(ctx);
        const { amountMinor } = decision;
        const { refundId } = await refundLockedOrder(tx, order, {
          amountMinor,
          reason: `claim ${claim.number}`,
          actorId: staff.userId,
          requestKey: claimId,
        });
        await settle(tx, claim, 'REFUNDED', { ...end, refundId });
        const amount = money(amountMinor, order.currency as Currency);
        return queueClaimMail(tx, { order, claim }, { template: 'claim-refund', answer, amount });
      }
      case 'DECLINE':
        await settle(tx, claim, 'DECLINED', end);
        return queueClaimMail(tx, { order, claim }, { template: 'claim-declined', answer });
    }
  });
}

async function settle(
  tx: TxCtx,
  claim: ClaimRow,
  to: 'REPRINT' | 'REFUNDED' | 'DECLINED',
  data: { answer: string | null; decidedById: string; refundId?: string | null },
): Promise<void> {
  if (!(await settleClaim(tx, claim.id, to, data))) throw new DomainError('claim.decided');
}

/** A print job for each parcel that holds something of the claim. */
async function reprint(
  tx: TxCtx,
  order: OrderRow,
  claim: ClaimRow,
  printHouseId: string | null,
): Promise<void> {
  const claimed = readPrintJobItems(claim.items);
  const ids = new Set<string>(claimed.map(({ orderItemId }) => orderItemId));
  const items = order.items.filter(({ id }) => ids.has(id));
  const house = await choosePrintHouse(tx, {
    printHouseId,
    productSlugs: items.map(({ product }) => product.slug),
    parcels: order.parcels.filter(({ id }) => items.some(({ parcelId }) => parcelId === id)),
  });
  for (const parcelId of new Set(items.map((item) => item.parcelId))) {
    if (parcelId === null) continue;
    const inParcel = new Set(
      items.filter((item) => item.parcelId === parcelId).map(({ id }) => id),
    );
    await queuePrintJob(tx, {
      orderId: order.id,
      parcelId,
      printHouseId: house.id,
      claimId: claim.id,
      items: claimed.filter(({ orderItemId }) => inParcel.has(orderItemId)),
    });
  }
}
