import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { readSetting } from '@/lib/settings/read-setting';
import { runningNumber } from '../print-houses/print-job-number';
import { findOrder, lockOrder, type OrderRow } from '../store';
import { claimFacts } from './claim-facts';
import { isClaimTime } from './claim-window';
import { queueClaimMail } from './queue-claim-mail';
import type { OpenClaimInput } from './schema';
import {
  countUsablePictures,
  findClaimByKey,
  hasOpenClaim,
  insertClaim,
  nextClaimNumber,
} from './store';

/**
 * Reports what is wrong with calendars that arrived, or did not. One open claim an order; the same request key is the
 * same claim.
 * @throws DomainError "order.not_found", "claim.too_late" outside the days for it, "claim.too_many" while another is open,
 *   "claim.invalid" for calendars or copies that the order does not have, "picture.not_found", "request.conflict"
 */
export async function openClaim(
  ctx: Ctx,
  input: OpenClaimInput & { orderId: Id<'order'> },
): Promise<{ claimId: Id<'claim'> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const { orderId, requestKey, kind, text } = input;
  return inTransaction(ctx, async (tx) => {
    await lockOrder(tx, orderId);
    const order = await findOrder(tx, owner, orderId);
    if (!order) throw new DomainError('order.not_found');
    const known = await findClaimByKey(tx, owner, requestKey);
    if (known) {
      if (known.orderId !== orderId) throw new DomainError('request.conflict');
      return { claimId: known.id as Id<'claim'> };
    }
    const claimDays = await readSetting(tx, 'claim_days');
    if (!isClaimTime(claimFacts(order), claimDays, tx.clock.now())) {
      throw new DomainError('claim.too_late', { days: claimDays });
    }
    if (await hasOpenClaim(tx, orderId)) throw new DomainError('claim.too_many');
    requireOrdered(order, input.items);
    const pictureIds = [...new Set(input.pictureIds)];
    if ((await countUsablePictures(tx, owner, pictureIds)) !== pictureIds.length) {
      throw new DomainError('picture.not_found');
    }
    const claimId = newId('claim');
    const createdAt = tx.clock.now();
    const number = runningNumber('C', createdAt, await nextClaimNumber(tx));
    const { items } = input;
    await insertClaim(
      tx,
      { id: claimId, number, orderId, ...owner, kind, text, items, requestKey, createdAt },
      pictureIds,
    );
    await queueClaimMail(
      tx,
      { order, claim: { id: claimId, number } },
      { template: 'claim-received' },
    );
    return { claimId };
  });
}

function requireOrdered(order: OrderRow, items: OpenClaimInput['items']): void {
  const seen = new Set<string>();
  for (const { orderItemId, quantity } of items) {
    const item = order.items.find(({ id, parcelId }) => id === orderItemId && parcelId !== null);
    if (!item || quantity > item.quantity || seen.has(orderItemId)) {
      throw new DomainError('claim.invalid', {}, { fields: { items: 'not_ordered' } });
    }
    seen.add(orderItemId);
  }
}
