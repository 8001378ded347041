import { createHash } from 'node:crypto';
import { picturesIn } from '@/lib/calendars/document';
import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { insertPayment } from '@/lib/payments/store';
import { type Address, requireAddress } from './address';
import { cartProblem } from './cart-problem';
import { requireEmail } from './contact-email';
import { recordOrderEvent } from './move-order';
import { checkoutExpiry, openCheckout } from './open-checkout';
import { orderNumber } from './order-number';
import { type Quote, quoteItems } from './quote-cart';
import type { PlaceOrderInput } from './schema';
import {
  type CartItemRow,
  deleteCartItems,
  findCartItems,
  findOrderByKey,
  insertOrder,
  lockShopOf,
  nextOrderNumber,
  type OrderRow,
} from './store';

type Wish = PlaceOrderInput & { address: Address };

/**
 * Turns the cart into an order and sends the customer to the pay page. Everything that was approved is frozen in one
 * transaction with the first attempt to pay; the pay page is opened after it. The same request key is the same order,
 * however often and however much at once it is sent.
 * @returns redirectUrl null when the provider does not answer now: the order stands and can be paid from its page
 * @throws DomainError "order.address_invalid", "order.country_not_served", "order.email_invalid", "cart.empty",
 *   "cart.not_approved", "cart.year_passed", "cart.year_unconfirmed", "cart.total_changed", "proof.outdated",
 *   "proof.blocked", "request.conflict" and others of cartProblem
 */
export async function placeOrder(
  ctx: Ctx,
  input: PlaceOrderInput,
): Promise<{ orderId: Id<'order'>; redirectUrl: string | null }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const wish: Wish = {
    ...input,
    contactEmail: requireEmail(input.contactEmail),
    address: requireAddress(input.address),
  };
  const requestHash = hashOf(wish);
  const order = await inTransaction(ctx, async (tx) => {
    await lockShopOf(tx, owner);
    const known = await findOrderByKey(tx, owner, wish.requestKey);
    if (known) {
      if (known.requestHash !== requestHash) throw new DomainError('request.conflict');
      return known;
    }
    await writeOrder(tx, owner, wish, requestHash);
    const written = await findOrderByKey(tx, owner, wish.requestKey);
    assert(written, 'the order was just written');
    return written;
  });
  return { orderId: order.id as Id<'order'>, redirectUrl: await sendToPayPage(ctx, order) };
}

async function sendToPayPage(ctx: Ctx, order: OrderRow): Promise<string | null> {
  const payment = order.payments.find(({ requestKey }) => requestKey === order.requestKey);
  assert(payment, `order ${order.id} has its first attempt to pay`);
  if (order.status !== 'AWAITING_PAYMENT') return null;
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

async function writeOrder(
  tx: TxCtx,
  owner: { ownerId: Id<'user'> },
  wish: Wish,
  requestHash: string,
): Promise<void> {
  const items = await findCartItems(tx, owner);
  if (items.length === 0) throw new DomainError('cart.empty');
  for (const item of items) {
    const problem = await cartProblem(tx, item);
    if (problem) throw new DomainError(problem, { title: item.calendar.title });
    requireConfirmed(item, wish);
  }
  const quote = await quoteItems(tx, items, {
    country: wish.address.country,
    currency: wish.currency,
  });
  const { priced } = quote;
  if (priced.total.amountMinor !== wish.expectedTotalMinor) {
    throw new DomainError('cart.total_changed');
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
    deliveryMinor: priced.delivery.amountMinor,
    taxMinor: priced.tax.amountMinor,
    taxBasisPoints: priced.taxBasisPoints,
    totalMinor: priced.total.amountMinor,
    address: wish.address,
    country: wish.address.country,
    contactEmail: wish.contactEmail,
    locale: wish.locale,
    arrivesFrom: toDateColumn(quote.arrival.from),
    arrivesTo: toDateColumn(quote.arrival.to),
    requestKey: wish.requestKey,
    requestHash,
    placedAt: now,
    items: { create: frozenItems(items, quote) },
  });
  await insertPayment(tx, {
    id: newId('payment'),
    purpose: 'ORDER',
    orderId,
    ...owner,
    provider: 'STRIPE',
    status: 'CREATED',
    currency: wish.currency,
    amountMinor: priced.total.amountMinor,
    requestKey: wish.requestKey,
    expiresAt: checkoutExpiry(now, now),
    createdAt: now,
  });
  await recordOrderEvent(tx, orderId, { kind: 'placed' });
  const ids = items.map(({ id }) => id);
  await deleteCartItems(tx, owner, ids);
}

/** The customer ticked exactly these months: a calendar of another year than meant is the costliest mistake here. */
function requireConfirmed(item: CartItemRow, wish: Wish): void {
  const period = periodOf(readDocument(item.proof?.document));
  const isConfirmed = wish.confirmed.some(
    ({ cartItemId, first, last }) =>
      cartItemId === item.id && first === period.first && last === period.last,
  );
  if (!isConfirmed) throw new DomainError('cart.year_unconfirmed');
}

/** In the order of the cart: ids made in one millisecond are in no order of their own, so they are sorted first. */
function frozenItems(
  items: readonly CartItemRow[],
  quote: Quote,
): Prisma.OrderItemUncheckedCreateWithoutOrderInput[] {
  const ids = items.map(() => newId('orderItem')).sort();
  return items.map((item, index) => frozenItem(item, quote, index, ids[index]));
}

function frozenItem(
  item: CartItemRow,
  quote: Quote,
  index: number,
  id: string | undefined,
): Prisma.OrderItemUncheckedCreateWithoutOrderInput {
  const { proof } = item;
  const line = quote.priced.lines[index];
  assert(
    id && proof?.fileSha256 && proof.preflight && line,
    'an orderable item has its print file',
  );
  const document = readDocument(proof.document);
  return {
    id,
    calendarId: item.calendarId,
    productId: item.productId,
    proofId: proof.id,
    quantity: item.quantity,
    unitMinor: line.unit.amountMinor,
    totalMinor: line.total.amountMinor,
    title: document.title,
    formatId: document.formatId,
    fromMonth: document.from,
    monthCount: document.monthCount,
    document: proof.document as Prisma.InputJsonValue,
    fileSha256: proof.fileSha256,
    preflight: proof.preflight as Prisma.InputJsonValue,
    pictures: { create: picturesIn(document).map((pictureId) => ({ pictureId })) },
  };
}

function hashOf({ requestKey: _, ...wish }: Wish): string {
  return createHash('sha256').update(JSON.stringify(wish)).digest('hex');
}
