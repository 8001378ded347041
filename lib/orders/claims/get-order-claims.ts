import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import { asPerson, type Ctx } from '@/lib/db/context';
import { readSetting } from '@/lib/settings/read-setting';
import { findOrder } from '../store';
import { claimFacts } from './claim-facts';
import { claimWindow, isClaimTime } from './claim-window';
import { type ClaimView, presentClaim } from './present-claim';
import { findClaims } from './store';

export type OrderClaims = {
  claims: ClaimView[];
  canClaim: boolean;
  /** The last day for reporting; null before there is something to report. */
  until: PlainDate | null;
  /** The printed calendars that a fault may be about. */
  items: { id: Id<'orderItem'>; title: string; quantity: number }[];
};

/** What was reported about one of the person's orders, and whether more can be. @throws DomainError "order.not_found" */
export async function getOrderClaims(
  ctx: Ctx,
  input: { orderId: Id<'order'> },
): Promise<OrderClaims> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const order = await findOrder(ctx, owner, input.orderId);
  if (!order) throw new DomainError('order.not_found');
  const claims = (await findClaims(ctx, owner, order.id)).map(presentClaim);
  const facts = claimFacts(order);
  const claimDays = await readSetting(ctx, 'claim_days');
  return {
    claims,
    canClaim:
      isClaimTime(facts, claimDays, ctx.clock.now()) &&
      claims.every(({ status }) => status !== 'OPEN'),
    until: claimWindow(facts, claimDays)?.to ?? null,
    items: order.items
      .filter(({ parcelId }) => parcelId !== null)
      .map(({ id, title, quantity }) => ({ id: id as Id<'orderItem'>, title, quantity })),
  };
}
