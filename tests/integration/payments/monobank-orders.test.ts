import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { addToCart } from '@/lib/orders/add-to-cart';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { payOrder } from '@/lib/orders/pay-order';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { placeOrder } from '@/lib/orders/place-order';
import { refreshOrderPayment } from '@/lib/orders/refresh-order-payment';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { compareTill } from '@/lib/payments/compare-till';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { reconcilePayments } from '@/lib/payments/reconcile-payments';
import type { PaymentGateway } from '@/lib/providers/ports/payment-gateway';
import { SANDBOX_MONOBANK_TOKEN } from '@/lib/sandbox/keys';
import { useDatabase } from '@/tests/support/database';
import { anApprovedCalendar, aWish, drainJobs, nextKey, productOf } from '../orders/shop';
import { openMonobankTill } from './storms/monobank-till';
import { openStripeTill } from './storms/stripe-till';
import type { StormTill } from './storms/walker';

const shop = useDatabase();
let monobank: Awaited<ReturnType<typeof openMonobankTill>>;
let stripe: StormTill;
/** What the app talks to: the adapter, or one that a test puts around it. */
let gateway: PaymentGateway;
const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
const parts = () => ({
  clock,
  providers: { tills: { MONOBANK: gateway, STRIPE: stripe.gateway } },
});
const system = (): Ctx => shop.ctx(undefined, parts());

beforeAll(async () => {
  await seedCatalogue(shop.db);
  monobank = await openMonobankTill();
  stripe = await openStripeTill();
  gateway = monobank.gateway;
});
afterEach(async () => {
  await monobank.calm();
  monobank.newEvents();
  gateway = monobank.gateway;
  clock.offsetMs = 0;
  await drainJobs(shop, system());
});
afterAll(async () => {
  await monobank.close();
  await stripe.close();
});

async function anOrder(till: 'MONOBANK' | 'STRIPE' = 'MONOBANK') {
  const ctx = shop.ctx((await shop.person()).actor, parts()) as PersonCtx;
  const { calendarId, proofId } = await anApprovedCalendar(shop, ctx);
  await addToCart(ctx, { calendarId, proofId, productId: await productOf(shop), quantity: 2 });
  const { orderId, redirectUrl } = await placeOrder(ctx, await aWish(ctx, { till }));
  return { ctx, orderId, page: redirectUrl ?? '' };
}

/** The bank's webhooks come, and the worker works them off. */
async function hear(): Promise<void> {
  for (const { rawBody, signature } of monobank.newEvents()) {
    await receivePaymentEvent(system(), 'MONOBANK', rawBody, signature);
  }
  await drainJobs(shop, system());
}

async function poll(): Promise<void> {
  clock.offsetMs += 2 * 60_000;
  await reconcilePayments(system(), PURPOSES);
  await drainJobs(shop, system());
}

const orderOf = (orderId: Id<'order'>) =>
  shop.db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { payments: { include: { refunds: true }, orderBy: { id: 'asc' } } },
  });

test('a paid invoice pays its order by the webhook, with receipt and fee', async () => {
  const { orderId, page } = await anOrder();
  await monobank.press(page, 'pay');
  await hear();
  const { status, payments } = await orderOf(orderId);
  expect(status).toBe('PAID');
  expect(payments).toEqual([
    expect.objectContaining({ provider: 'MONOBANK', status: 'PAID', declineReason: null }),
  ]);
  expect(payments[0]?.receiptUrl).toContain('https://');
  expect(payments[0]?.feeMinor).toBeGreaterThan(0);
});

test('whose webhooks are all lost, the poller pays the order', async () => {
  const { orderId, page } = await anOrder();
  await monobank.press(page, 'pay');
  monobank.newEvents();
  await poll();
  expect((await orderOf(orderId)).status).toBe('PAID');
});

test('that expires without a word ends at the poller, and its order can be paid again', async () => {
  const { ctx, orderId, page } = await anOrder();
  await hear();
  monobank.accidents.expireSilently?.(page);
  await hear();
  expect((await orderOf(orderId)).payments[0]?.status).toBe('PENDING');
  await poll();
  expect((await orderOf(orderId)).payments[0]?.status).toBe('EXPIRED');
  const again = await payOrder(ctx, { orderId, requestKey: nextKey(), till: 'MONOBANK' });
  await monobank.press(again.redirectUrl ?? '', 'pay');
  await hear();
  expect((await orderOf(orderId)).status).toBe('PAID');
});

test('that was declined and left stays open to the last, then ends with its order', async () => {
  const { orderId, page } = await anOrder();
  await monobank.press(page, 'decline');
  await hear();
  expect((await orderOf(orderId)).payments[0]).toMatchObject({
    status: 'PENDING',
    declineReason: 'card_declined',
  });
  monobank.accidents.expireSilently?.(page);
  clock.offsetMs = 25 * 3_600_000;
  await expireUnpaidOrders(system());
  const { status, payments } = await orderOf(orderId);
  expect([status, payments[0]?.status]).toEqual(['EXPIRED', 'EXPIRED']);
});

test('a card declined first and taken then pays, and nothing is left of the refusal', async () => {
  const { orderId, page } = await anOrder();
  await monobank.press(page, 'decline');
  await monobank.press(page, 'pay');
  // The refusal comes last: what counts is what the bank says when asked.
  for (const { rawBody, signature } of monobank.newEvents().toReversed()) {
    await receivePaymentEvent(system(), 'MONOBANK', rawBody, signature);
    await drainJobs(shop, system());
  }
  const { status, payments } = await orderOf(orderId);
  expect([status, payments[0]?.declineReason]).toEqual(['PAID', null]);
});

test('after Stripe said no Monobank pays, and the page at Stripe is closed', async () => {
  const { ctx, orderId, page } = await anOrder('STRIPE');
  await stripe.press(page, 'decline');
  const { redirectUrl } = await payOrder(ctx, { orderId, requestKey: nextKey(), till: 'MONOBANK' });
  await monobank.press(redirectUrl ?? '', 'pay');
  await hear();
  const { status, payments } = await orderOf(orderId);
  expect(status).toBe('PAID');
  expect(payments.map((payment) => [payment.provider, payment.status])).toEqual([
    ['STRIPE', 'EXPIRED'],
    ['MONOBANK', 'PAID'],
  ]);
  await stripe.press(page, 'pay');
  const there = await stripe.gateway.readCheckout(payments[0]?.externalId ?? '');
  expect(there.state).toBe('expired');
});

test('money that comes after the order was cancelled goes back', async () => {
  const { ctx, orderId, page } = await anOrder();
  monobank.accidents.slowPayments?.(page);
  await monobank.press(page, 'pay');
  await cancelOrder(ctx, { orderId });
  await hear();
  await monobank.calm();
  await hear();
  const { status, payments } = await orderOf(orderId);
  expect(status).toBe('CANCELLED');
  expect(payments[0]?.refunds).toEqual([
    expect.objectContaining({ status: 'SUCCEEDED', reason: 'late_payment' }),
  ]);
});

test('a refund that takes its time is told when the bank tells it', async () => {
  const { ctx, orderId, page } = await anOrder();
  await monobank.press(page, 'pay');
  await hear();
  monobank.accidents.slowRefunds?.(page);
  await cancelOrder(ctx, { orderId });
  await drainJobs(shop, system());
  const refundOf = async () => (await orderOf(orderId)).payments[0]?.refunds[0]?.status;
  expect(await refundOf()).toBe('REQUESTED');
  await monobank.calm();
  await hear();
  expect(await refundOf()).toBe('SUCCEEDED');
});

test('money that somebody gave back in the bank’s own pages is shown to a person', async () => {
  const { orderId, page } = await anOrder();
  await monobank.press(page, 'pay');
  await hear();
  const [payment] = (await orderOf(orderId)).payments;
  const answer = await fetch(`${monobank.apiRoot}/api/merchant/invoice/cancel`, {
    method: 'POST',
    headers: { 'X-Token': SANDBOX_MONOBANK_TOKEN },
    body: JSON.stringify({ invoiceId: payment?.externalId, amount: 500 }),
  });
  expect(answer.status).toBe(200);
  await hear();
  const newest = await shop.db.webhookEvent.findFirstOrThrow({ orderBy: { receivedAt: 'desc' } });
  expect(newest.outcome).toBe('needs_person:foreign_refund');
});

test('the bank’s statement finds what was lost, and tells a person what only one side has', async () => {
  const lost = await anOrder();
  await monobank.press(lost.page, 'pay');
  const even = await anOrder();
  await monobank.press(even.page, 'pay');
  await shop.db.webhookEvent.deleteMany();
  monobank.newEvents();
  await refreshOrderPayment(even.ctx, { orderId: even.orderId });
  await cancelOrder(even.ctx, { orderId: even.orderId });
  await drainJobs(shop, system());
  const stranger = await monobank.gateway.createCheckout({
    paymentId: newId('payment'),
    reference: 'of another shop',
    lines: [{ name: 'x', unit: { amountMinor: 700, currency: 'UAH' }, quantity: 1 }],
    customerEmail: 'olena@example.com',
    successUrl: 'http://127.0.0.1:9/',
    cancelUrl: 'http://127.0.0.1:9/',
    locale: 'uk',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  await monobank.press(stranger.redirectUrl, 'pay');
  const [evenPayment] = (await orderOf(even.orderId)).payments;
  const invented = 'no such refund';
  await shop.db.refund.updateMany({
    where: { paymentId: evenPayment?.id ?? '' },
    data: { externalId: `${evenPayment?.externalId}:${invented}` },
  });
  clock.offsetMs = 15 * 60_000;
  await compareTill(system(), { provider: 'MONOBANK', day: dayAt(new Date(), 'UTC') }, PURPOSES);
  expect((await orderOf(lost.orderId)).status).toBe('PAID');
  // Other courses of this file have left theirs in the same books.
  const found = await shop.db.reconciliationFinding.findMany({
    where: { note: null, kind: { not: 'unknown_refund' } },
    orderBy: { kind: 'asc' },
  });
  expect(found.map(({ kind, externalId }) => [kind, externalId])).toEqual([
    ['missing_refund', `${evenPayment?.externalId}:${invented}`],
    ['unknown_payment', stranger.externalId],
  ]);
});

test('a webhook that is quicker than the answer does not lose the page', async () => {
  const { createCheckout } = monobank.gateway;
  gateway = Object.assign(Object.create(monobank.gateway) as PaymentGateway, {
    async createCheckout(request: Parameters<typeof createCheckout>[0]) {
      const opened = await createCheckout.call(monobank.gateway, request);
      await hear();
      return opened;
    },
  });
  const { ctx, orderId, page } = await anOrder();
  const [payment] = (await orderOf(orderId)).payments;
  expect(payment).toMatchObject({ status: 'PENDING', redirectUrl: page });
  await monobank.press(page, 'pay');
  expect(await refreshOrderPayment(ctx, { orderId })).toMatchObject({ status: 'PAID' });
});

test('an attempt opened twice at once sends to one page', async () => {
  const { ctx, orderId } = await anOrder();
  const wish = { orderId, requestKey: nextKey(), till: 'MONOBANK' } as const;
  const both = await Promise.all([payOrder(ctx, wish), payOrder(ctx, wish)]);
  const third = await payOrder(ctx, wish);
  expect(new Set([...both, third].map(({ redirectUrl }) => redirectUrl)).size).toBe(1);
});

test('an invoice whose answer was lost pays its order when it is paid', async () => {
  monobank.accidents.loseInvoice?.('');
  const { orderId, page } = await anOrder();
  expect(page).toBe('');
  const [made] = monobank.newEvents();
  const { invoiceId } = JSON.parse(made?.rawBody ?? '{}') as { invoiceId: string };
  await monobank.press(`${monobank.apiRoot}/pay/${invoiceId}`, 'pay');
  await hear();
  expect((await orderOf(orderId)).status).toBe('PAID');
});
