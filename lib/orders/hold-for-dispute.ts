import type { TxCtx } from '@/lib/db/context';
import type { Dispute } from '@/lib/db/generated/client';
import { countOpenDisputes } from '@/lib/payments/dispute-store';
import { canHold, holdLockedOrder, releaseLockedOrder } from './hold-order';
import { recordOrderEvent } from './move-order';
import { type OrderRow, setHold } from './store';

/** Stands as the reason of a hold; staff's own reasons are sentences. */
const DISPUTE_HOLD = 'dispute';

const EVENTS = { OPEN: 'dispute_opened', WON: 'dispute_won', LOST: 'dispute_lost' } as const;

/**
 * A disputed order does not go to print: its money may be taken away. A dispute that is won lets it go on; one that is
 * lost leaves the decision to staff. What was sent already is only noted.
 */
export async function holdForDispute(tx: TxCtx, order: OrderRow, dispute: Dispute): Promise<void> {
  const { id: disputeId, status, amountMinor } = dispute;
  await recordOrderEvent(tx, order.id, {
    kind: EVENTS[status],
    isInternal: true,
    data: { disputeId, reason: dispute.reason, amountMinor },
  });
  if (status !== 'WON') {
    const isPaid = order.status !== 'AWAITING_PAYMENT' || order.certificateMinor > 0;
    if (isPaid && canHold(order.status)) await holdAnew(tx, order, DISPUTE_HOLD);
  } else if (order.heldReason === DISPUTE_HOLD && (await countOpenDisputes(tx, order.id)) === 0) {
    const before = reasonBefore(order);
    if (before === null) await releaseLockedOrder(tx, order, { reason: 'dispute_won' });
    else await holdAnew(tx, order, before);
  }
}

/**
 * An order that staff held back already is held for the dispute from now on: who lets it go sees that there is one,
 * and lets go of that.
 */
async function holdAnew(tx: TxCtx, order: OrderRow, reason: string): Promise<void> {
  if (order.heldReason === reason) return;
  if (await holdLockedOrder(tx, order, { reason })) return;
  if (!(await setHold(tx, order.id, { from: order.heldReason, to: reason }))) return;
  await recordOrderEvent(tx, order.id, { kind: 'held', isInternal: true, data: { reason } });
}

/** What staff held the order back for when the dispute came; null when nothing. */
function reasonBefore({ events }: OrderRow): string | null {
  const since = events.findLastIndex(({ kind }) => kind === 'released');
  const reasons = events
    .slice(since + 1)
    .filter(({ kind }) => kind === 'held')
    .map(({ data }) => (data as { reason?: unknown }).reason);
  const last = reasons.findLast((reason) => reason !== DISPUTE_HOLD);
  return typeof last === 'string' ? last : null;
}
