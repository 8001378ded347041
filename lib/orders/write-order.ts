import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { insertPayment } from '@/lib/payments/store';
import type { TillName } from '@/lib/payments/till-choice';
import type { Address } from './address';
import { becomePaid } from './become-paid';
import { cartProblem } from './cart-problem';
import { redeemCertificate } from './certificates/redeem-certificate';
import { deleteDraft } from './checkout-draft/draft-store';
import { frozenItems } from './frozen-items';
import { recordOrderEvent } from './move-order';
import { checkoutExpiry } from './open-checkout';
import { orderNumber } from './order-number';
import { reservePromo } from './promos/reserve-promo';
import { type Quote, quoteItems } from './quote-cart';
import type { PlaceOrderInput } from './schema';
import {
  type CartItemRow,
  deleteCartItems,
  findCartItems,
  insertOrder,
  insertOrderItem,
  insertParcel,
  lockOrder,
  nextOrderNumber,
} from './store';

export type OrderWish = Omit<PlaceOrderInput, 'parcels'> & {
  parcels: (Omit<PlaceOrderInput['parcels'][number], 'address'> & { address: Address })[];
};

/**
 * Writes an order with its parcels, items, promo use, certificate lines and first attempt to pay. The caller holds the
 * lock of the person's shop (lockShopOf), so that the cart stays as it is read here.
 * @param given.tills those that can take this payment
 * @throws DomainError see placeOrder
 */
export async function writeOrder(
  tx: TxCtx,
  owner: { ownerId: Id<'user'> },
  wish: OrderWish,
  given: { requestHash: string; tills: readonly TillName[] },
): Promise<void> {
  const items = await findCartItems(tx, owner);
  for (const item of items) {
    const problem = await cartProblem(tx, item);
    if (problem) throw new DomainError(problem, { title: item.calendar.title });
    requireConfirmed(item, wish);
  }
  const quote = await quoteItems(tx, items, {
    ...wish,
    ...owner,
    email: wish.contactEmail,
    parcels: wish.parcels.map((parcel) => ({ ...parcel, country: parcel.address.country })),
  });
  const [badCertificate] = quote.certificateProblems;
  if (quote.promoProblem) throw new DomainError(quote.promoProblem);
  if (badCertificate) throw new DomainError(badCertificate.code);
  const { priced } = quote;
  const dueMinor = priced.due.amountMinor;
  if (dueMinor !== wish.expectedDueMinor) throw new DomainError('cart.total_changed');
  if (dueMinor > 0 && !given.tills.includes(wish.till)) {
    throw new DomainError('payment.till_unavailable');
  }

  const now = tx.clock.now();
  const orderId = newId('order');
  await insertOrder(tx, {
    id: orderId,
    number: orderNumber(now, await nextOrderNumber(tx)),
    ...owner,
    status: 'AWAITING_PAYMENT',
    currency: wish.currency,
    itemsMinor: priced.items.amountMinor,
    wrapMinor: priced.wrap.amountMinor,
    deliveryMinor: priced.delivery.amountMinor,
    discountMinor: priced.discount.amountMinor,
    taxMinor: priced.tax.amountMinor,
    totalMinor: priced.total.amountMinor,
    certificateMinor: priced.certificate.amountMinor,
    promoCodeId: quote.promo?.id ?? null,
    priceRows: priced.rows,
    country: quote.country,
    contactEmail: wish.contactEmail,
    locale: wish.locale,
    requestKey: wish.requestKey,
    requestHash: given.requestHash,
    placedAt: now,
  });
  const parcelIds = await writeParcels(tx, orderId, wish, quote);
  for (const item of frozenItems(quote, parcelIds)) {
    await insertOrderItem(tx, { ...item, orderId });
  }
  if (quote.promo) {
    const { promo } = quote;
    await reservePromo(tx, { promo, orderId, ...owner, email: wish.contactEmail });
  }
  await redeem(tx, orderId, quote);
  await recordOrderEvent(tx, orderId, { kind: 'placed' });
  await deleteCartItems(
    tx,
    owner,
    items.map(({ id }) => id),
  );
  await deleteDraft(tx, owner);
  if (dueMinor === 0) {
    const order = await lockOrder(tx, orderId);
    assert(order, 'the order was just written');
    return becomePaid(tx, order, { certificateMinor: priced.certificate.amountMinor });
  }
  await insertPayment(tx, {
    id: newId('payment'),
    purpose: 'ORDER',
    orderId,
    ...owner,
    provider: wish.till,
    status: 'CREATED',
    currency: wish.currency,
    amountMinor: dueMinor,
    requestKey: wish.requestKey,
    expiresAt: checkoutExpiry(now, now),
    createdAt: now,
  });
}

async function writeParcels(
  tx: TxCtx,
  orderId: string,
  wish: OrderWish,
  quote: Quote,
): Promise<Id<'parcel'>[]> {
  const ids: Id<'parcel'>[] = [];
  for (const [index, parcel] of wish.parcels.entries()) {
    const price = quote.priced.parcels[index];
    const arrival = quote.arrivals[index];
    assert(price && arrival, `parcel ${index} has a price`);
    const id = newId('parcel');
    ids.push(id);
    await insertParcel(tx, {
      id,
      orderId,
      position: index + 1,
      address: parcel.address,
      country: parcel.address.country,
      method: parcel.method,
      ...(parcel.pickupPoint ? { pickupPoint: parcel.pickupPoint } : {}),
      deliveryMinor: price.delivery.amountMinor,
      wrapMinor: price.wrap.amountMinor,
      taxMinor: price.tax.amountMinor,
      taxBasisPoints: price.taxBasisPoints,
      isGift: parcel.isGift,
      giftNote: parcel.giftNote,
      arrivesFrom: toDateColumn(arrival.from),
      arrivesTo: toDateColumn(arrival.to),
    });
  }
  return ids;
}

/** In the order of their ids, as everybody locks certificates: two orders with the same two never wait for each other. */
async function redeem(tx: TxCtx, orderId: string, { certificates, priced }: Quote): Promise<void> {
  const parts = certificates
    .map(({ id }, index) => ({
      id,
      amountMinor: priced.certificates[index]?.used.amountMinor ?? 0,
    }))
    .filter(({ amountMinor }) => amountMinor > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, amountMinor } of parts) {
    await redeemCertificate(tx, { certificateId: id, orderId, amountMinor });
  }
}

/** The customer ticked exactly these months: a calendar of another year than meant is the costliest mistake here. */
function requireConfirmed(item: CartItemRow, wish: OrderWish): void {
  const period = periodOf(readDocument(item.proof?.document));
  const isConfirmed = wish.confirmed.some(
    ({ cartItemId, first, last }) =>
      cartItemId === item.id && first === period.first && last === period.last,
  );
  if (!isConfirmed) throw new DomainError('cart.year_unconfirmed');
}
