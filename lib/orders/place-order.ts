import { createHash } from 'node:crypto';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { openTills } from '@/lib/payments/open-tills';
import { tillsFor } from '@/lib/payments/till-choice';
import { requireAddress } from './address';
import { requireEmail } from './contact-email';
import { checkPickupPoint } from './delivery/check-pickup-point';
import { METHODS } from './delivery/methods';
import { openCheckout } from './open-checkout';
import { PARCELS_MAX } from './price-order';
import type { PlaceOrderInput } from './schema';
import { findOrderByKey, lockShopOf, type OrderRow } from './store';
import { type OrderWish, writeOrder } from './write-order';

/**
 * Turns the cart into an order and sends the customer to the pay page. Everything that was approved is frozen in one
 * transaction with the first attempt to pay; the pay page is opened after it. An order that certificates pay in full
 * is paid at once and has no attempt. The same request key is the same order, however often and however much at once
 * it is sent.
 * @returns redirectUrl null when nothing is left to pay, or when the provider does not answer now: the order stands
 *   and can be paid from its page
 * @throws DomainError "order.address_invalid" and "order.country_not_served" with fields "parcels.0.address.city",
 *   "order.email_invalid", "delivery.point_required", "delivery.point_not_found", "payment.till_unavailable", "cart.year_unconfirmed",
 *   "cart.total_changed", "request.conflict", those of cartProblem, quoteItems, findPromo and findCertificates
 */
export async function placeOrder(
  ctx: Ctx,
  input: PlaceOrderInput,
): Promise<{ orderId: Id<'order'>; redirectUrl: string | null }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  // Before the carrier is asked about each of them.
  if (input.parcels.length > PARCELS_MAX) {
    throw new DomainError('cart.too_many_parcels', { max: PARCELS_MAX });
  }
  const asked: OrderWish = {
    ...input,
    contactEmail: requireEmail(input.contactEmail),
    parcels: input.parcels.map(requireParcel),
  };
  const requestHash = hashOf(asked);
  const wish = { ...asked, parcels: await withKnownPoints(ctx, asked.parcels) };
  const tills = tillsFor({
    currency: wish.currency,
    country: wish.parcels[0]?.address.country ?? null,
    available: await openTills(ctx),
  });
  const order = await inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    const known = await findOrderByKey(tx, owner, wish.requestKey);
    if (known) {
      if (known.requestHash !== requestHash) throw new DomainError('request.conflict');
      return known;
    }
    await writeOrder(tx, owner, wish, { requestHash, tills });
    const written = await findOrderByKey(tx, owner, wish.requestKey);
    assert(written, 'the order was just written');
    return written;
  });
  return { orderId: order.id as Id<'order'>, redirectUrl: await sendToPayPage(ctx, order) };
}

/** Branches and lockers as the carrier knows them now, whatever the browser says of them. */
async function withKnownPoints(
  ctx: Ctx,
  parcels: OrderWish['parcels'],
): Promise<OrderWish['parcels']> {
  const known: OrderWish['parcels'] = [];
  for (const [index, parcel] of parcels.entries()) {
    try {
      known.push({ ...parcel, pickupPoint: await checkPickupPoint(ctx, parcel) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields = { [`parcels.${index}.pickupPoint`]: 'not_found' };
      throw new DomainError(error.code, error.params, { fields });
    }
  }
  return known;
}

type WantedParcel = PlaceOrderInput['parcels'][number];

/** Brings the address into its country's form; names the parcel in what is wrong. */
function requireParcel(parcel: WantedParcel, index: number): OrderWish['parcels'][number] {
  const { needsPoint } = METHODS[parcel.method];
  if (needsPoint && !parcel.pickupPoint) {
    throw new DomainError(
      'delivery.point_required',
      {},
      { fields: { [`parcels.${index}.pickupPoint`]: 'required' } },
    );
  }
  try {
    const address = requireAddress(parcel.address, needsPoint ? 'point' : 'door');
    return {
      ...parcel,
      address,
      pickupPoint: needsPoint ? parcel.pickupPoint : null,
      giftNote: parcel.isGift ? parcel.giftNote : '',
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = Object.entries(error.fields).map(
      ([field, reason]) => [`parcels.${index}.${field}`, reason] as const,
    );
    throw new DomainError(error.code, error.params, { fields: Object.fromEntries(fields) });
  }
}

async function sendToPayPage(ctx: Ctx, order: OrderRow): Promise<string | null> {
  const payment = order.payments.find(({ requestKey }) => requestKey === order.requestKey);
  if (order.status !== 'AWAITING_PAYMENT') return null;
  assert(payment, `order ${order.id} has its first attempt to pay`);
  try {
    return (await openCheckout(ctx, order, payment.id)).redirectUrl;
  } catch (error) {
    const isTransient =
      error instanceof DomainError &&
      (error.code === 'payment.provider_unavailable' || error.code === 'payment.not_payable');
    if (!isTransient) throw error;
    ctx.log.warn('order placed without a pay page', { orderId: order.id, code: error.code });
    return null;
  }
}

function hashOf({ requestKey: _, ...wish }: OrderWish): string {
  return createHash('sha256').update(JSON.stringify(wish)).digest('hex');
}
