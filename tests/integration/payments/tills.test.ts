import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getOrderPayments } from '@/lib/admin/get-order-payments';
import { holdOrder } from '@/lib/admin/hold-order';
import { retryRefund } from '@/lib/admin/retry-refund';
import { getTills } from '@/lib/admin/tills/get-tills';
import { resolveFinding } from '@/lib/admin/tills/resolve-finding';
import { returnPayment } from '@/lib/admin/tills/return-payment';
import { startComparison } from '@/lib/admin/tills/start-comparison';
import { getEvent } from '@/lib/admin/webhooks/get-event';
import { listEvents } from '@/lib/admin/webhooks/list-events';
import { replayEvent } from '@/lib/admin/webhooks/replay-event';
import { EventFilterSchema } from '@/lib/admin/webhooks/schema';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { getOrder } from '@/lib/orders/get-order';
import { payOrder } from '@/lib/orders/pay-order';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { refreshOrderPayment } from '@/lib/orders/refresh-order-payment';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { fetchReceipts } from '@/lib/payments/fetch-receipts';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { settlePayment } from '@/lib/payments/settle-payment';
import { takeInCheckout } from '@/lib/payments/take-in-checkout';
import type {
  CheckoutRequest,
  PaymentGateway,
  ProviderPayment,
} from '@/lib/providers/ports/payment-gateway';
import { seedStars } from '@/lib/stars/seed-stars';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';
import { useDatabase } from '@/tests/support/database';
import { drainJobs, nextKey } from '../orders/shop';
import { openOrderSale } from './storms/order-sale';
import { openStripeTill } from './storms/stripe-till';
import type { Sale, StormTill } from './storms/walker';

const test = useDatabase();
let stripe: StormTill;
let monobank: StormTill;
let sale: Sale;
let owner: PersonCtx;
let staff: PersonCtx;
/** Gateways as a test bends them. */
const bent: Partial<Record<'STRIPE' | 'MONOBANK', PaymentGateway>> = {};
const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
const parts = () => ({
  clock,
  providers: {
    tills: {
      STRIPE: bent.STRIPE ?? stripe.gateway,
      MONOBANK: bent.MONOBANK ?? monobank.gateway,
    },
  },
});
const system = (): Ctx => test.ctx(undefined, parts());
const asOwner = () => test.ctx(owner.actor, parts()) as PersonCtx;

beforeAll(async () => {
  await seedCatalogue(test.db);
  stripe = await openStripeTill('STRIPE');
  monobank = await openStripeTill('MONOBANK');
  owner = test.ctx((await test.person()).actor, parts()) as PersonCtx;
  staff = test.ctx((await test.person('STAFF')).actor, parts()) as PersonCtx;
  sale = await openOrderSale({ test, owner, staff, system, clock, tills: ['STRIPE'] });
});
afterEach(() => {
  delete bent.STRIPE;
  delete bent.MONOBANK;
  clock.offsetMs = 0;
});
afterAll(async () => {
  await stripe.close();
  await monobank.close();
});

async function anOrder() {
  const [course] = await sale.begin([() => 0.3]);
  assert(course, 'the sale begins what it was asked for');
  const [paymentId = ''] = await course.paymentIds();
  const payment = await test.db.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const orderId = payment.orderId as Id<'order'>;
  const page = course.pages[0] ?? '';
  return { course, orderId, paymentId: paymentId as Id<'payment'>, page };
}
const orderOf = (id: string) =>
  test.db.order.findUniqueOrThrow({
    where: { id },
    include: {
      payments: { include: { refunds: true, disputes: true }, orderBy: { createdAt: 'asc' } },
      events: true,
    },
  });
async function arrive() {
  for (const till of [stripe, monobank]) {
    for (const { rawBody, signature } of till.newEvents()) {
      await receivePaymentEvent(system(), till.provider, rawBody, signature);
    }
  }
  await drainJobs(test, system());
}
const bend = (gateway: PaymentGateway, methods: Partial<PaymentGateway>): PaymentGateway =>
  new Proxy(gateway, {
    get(target, key) {
      const own = Reflect.get(methods, key);
      const value: unknown = own ?? Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(own ? methods : target) : value;
    },
  });

describe('another till', () => {
  it('takes the order after the first declined; the first page is closed and its refusal is noted', async () => {
    const { orderId, paymentId, page } = await anOrder();
    await stripe.press(page, 'decline');
    await refreshOrderPayment(asOwner(), { orderId });
    const declined = await test.db.payment.findUniqueOrThrow({ where: { id: paymentId } });
    expect(declined).toMatchObject({ status: 'PENDING', declineReason: 'card_declined' });
    const key = nextKey();
    const wish = { orderId, requestKey: key, till: 'MONOBANK' as const };
    const { redirectUrl } = await payOrder(asOwner(), wish);
    await drainJobs(test, system());
    await monobank.press(redirectUrl ?? '', 'pay');
    await arrive();
    const order = await orderOf(orderId);
    expect(order.status).toBe('PAID');
    expect(order.payments.map(({ provider, status }) => [provider, status])).toEqual([
      ['STRIPE', 'EXPIRED'],
      ['MONOBANK', 'PAID'],
    ]);
    await expect(payOrder(asOwner(), { ...wish, till: 'STRIPE' })).resolves.toEqual({
      redirectUrl: null,
    });
  });

  it('works while the first does not answer, and money that came there too goes back', async () => {
    const { orderId, page } = await anOrder();
    await stripe.press(page, 'pay');
    bent.STRIPE = bend(stripe.gateway, {
      readCheckout: () => Promise.reject(new DomainError('payment.provider_unavailable')),
    });
    const wish = { orderId, requestKey: nextKey(), till: 'MONOBANK' as const };
    const { redirectUrl } = await payOrder(asOwner(), wish);
    await monobank.press(redirectUrl ?? '', 'pay');
    await refreshOrderPayment(asOwner(), { orderId }).catch(() => undefined);
    delete bent.STRIPE;
    await arrive();
    const order = await orderOf(orderId);
    expect(order.status).toBe('PAID');
    expect(order.payments.map(({ status }) => status)).toEqual(['PAID', 'PAID']);
    const refunds = order.payments.flatMap(({ refunds: own }) => own);
    expect(refunds).toMatchObject([{ reason: 'second_payment', status: 'SUCCEEDED' }]);
    expect(order.events.filter(({ toStatus }) => toStatus === 'PAID')).toHaveLength(1);
    const { surplus } = await getTills(staff, { provider: null, day: null, state: 'open' });
    expect(surplus.filter((row) => row.order?.id === orderId)).toHaveLength(1);
  });

  it('is refused where it cannot take the currency, and with a key that was used for another till', async () => {
    const { orderId } = await anOrder();
    // An order keeps its currency: this one plays another that was placed in zloty.
    const playAsIf = (currency: string) =>
      test.db.$transaction([
        test.db.$executeRaw`alter table "Order" disable trigger order_is_frozen`,
        test.db.order.update({ where: { id: orderId }, data: { currency } }),
        test.db.$executeRaw`alter table "Order" enable trigger order_is_frozen`,
      ]);
    await playAsIf('PLN');
    const wish = { orderId, requestKey: nextKey(), till: 'MONOBANK' as const };
    await expect(payOrder(asOwner(), wish)).rejects.toThrow('payment.till_unavailable');
    await playAsIf('UAH');
    await payOrder(asOwner(), wish);
    await expect(payOrder(asOwner(), { ...wish, till: 'STRIPE' })).rejects.toThrow(
      'request.conflict',
    );
  });
});

describe('what the till says', () => {
  it('is kept with the money: receipt and fee', async () => {
    const { orderId, page } = await anOrder();
    await stripe.press(page, 'pay');
    await arrive();
    const [payment] = (await orderOf(orderId)).payments;
    expect(payment?.receiptUrl).toMatch(/\/pay\/cs_test_.+\/receipt$/);
    expect(payment?.feeMinor).toBeGreaterThan(25);
  });

  it('is asked for until the receipt is made, each time after a longer pause', async () => {
    const { orderId, paymentId, page } = await anOrder();
    let asked = 0;
    let receiptUrl: string | null = null;
    bent.STRIPE = bend(stripe.gateway, {
      readCheckout: async (id: string) => {
        asked += 1;
        return { ...(await stripe.gateway.readCheckout(id)), receiptUrl };
      },
    });
    await stripe.press(page, 'pay');
    await arrive();
    const row = () => test.db.payment.findUniqueOrThrow({ where: { id: paymentId } });
    expect(await row()).toMatchObject({ status: 'PAID', receiptUrl: null });
    const others = { id: { not: paymentId }, receiptUrl: null };
    await test.db.payment.updateMany({ where: others, data: { redirectUrl: null } });
    const askedAfter = async (minutes: number) => {
      asked = 0;
      clock.offsetMs = minutes * 60_000;
      await fetchReceipts(system());
      return asked;
    };
    expect(await askedAfter(0)).toBe(0);
    expect(await askedAfter(2)).toBe(1);
    expect(await askedAfter(3)).toBe(0);
    receiptUrl = 'https://receipts.example/1';
    expect(await askedAfter(5)).toBe(1);
    expect((await row()).receiptUrl).toBe(receiptUrl);
    expect(await askedAfter(60)).toBe(0);
    clock.offsetMs = 0;
    expect((await getOrder(asOwner(), { orderId, locale: 'uk' })).payment.receiptUrl).toBe(
      receiptUrl,
    );
  });

  it('never goes back in time: an older failure changes nothing after a newer state', async () => {
    const { orderId, paymentId } = await anOrder();
    const say = (truth: Partial<ProviderPayment>) => {
      bent.STRIPE = bend(stripe.gateway, {
        readCheckout: async (id: string) => ({
          ...(await stripe.gateway.readCheckout(id)),
          ...truth,
        }),
      });
      return settlePayment(system(), paymentId, PURPOSES);
    };
    await say({ state: 'processing', stateAt: new Date('2026-11-01T12:00:05Z') });
    await say({ state: 'failed', stateAt: new Date('2026-11-01T12:00:01Z') });
    await say({
      state: 'open',
      stateAt: new Date('2026-11-01T12:00:02Z'),
      declineReason: 'too late',
    });
    expect((await orderOf(orderId)).payments[0]).toMatchObject({
      status: 'PENDING',
      declineReason: null,
    });
    expect(await say({ state: 'failed', stateAt: new Date('2026-11-01T12:00:09Z') })).toBe(
      'FAILED',
    );
  });
});

describe('a checkout whose answer comes too late', () => {
  it('is closed when the attempt is over meanwhile, and nobody is sent there', async () => {
    const { orderId } = await anOrder();
    let opened = '';
    bent.STRIPE = bend(stripe.gateway, {
      createCheckout: async (request: CheckoutRequest) => {
        const answer = await stripe.gateway.createCheckout(request);
        opened = answer.externalId;
        clock.offsetMs = 25 * 3_600_000;
        await settlePayment(system(), request.paymentId, PURPOSES);
        clock.offsetMs = 0;
        return answer;
      },
    });
    const wish = { orderId, requestKey: nextKey(), till: 'STRIPE' as const };
    await expect(payOrder(asOwner(), wish)).rejects.toThrow('payment.not_payable');
    expect(await stripe.gateway.readCheckout(opened)).toMatchObject({ state: 'expired' });
    delete bent.STRIPE;
    const again = await payOrder(asOwner(), { ...wish, requestKey: nextKey() });
    expect(again.redirectUrl).not.toBeNull();
  });
});

describe('a checkout whose answer was lost', () => {
  /** A till without idempotency: two checkouts of its own that name one payment. */
  async function twoCheckouts() {
    const first = await anOrder();
    const second = await anOrder();
    const naming = bend(stripe.gateway, {
      readCheckout: async (id: string) => {
        const truth = await stripe.gateway.readCheckout(id);
        return truth.paymentId === second.paymentId
          ? { ...truth, paymentId: first.paymentId }
          : truth;
      },
    });
    const { externalId } = await test.db.payment.findUniqueOrThrow({
      where: { id: second.paymentId },
    });
    await test.db.payment.update({ where: { id: second.paymentId }, data: { externalId: null } });
    bent.STRIPE = naming;
    return { first, orphanPage: second.page, orphanId: externalId ?? '' };
  }

  it('fulfils the order when it alone is paid, and the other page is closed', async () => {
    const { first, orphanPage, orphanId } = await twoCheckouts();
    await stripe.press(orphanPage, 'pay');
    await Promise.all([
      takeInCheckout(system(), 'STRIPE', orphanId, PURPOSES),
      takeInCheckout(system(), 'STRIPE', orphanId, PURPOSES),
    ]);
    const order = await orderOf(first.orderId);
    expect(order.status).toBe('PAID');
    expect(order.payments.map(({ status, orphanOfId }) => [status, orphanOfId])).toEqual([
      ['PAID', null],
      ['EXPIRED', first.paymentId],
    ]);
    expect(order.payments[0]?.externalId).toBe(orphanId);
  });

  it('is given back in full when the attempt was paid on its other page', async () => {
    const { first, orphanPage, orphanId } = await twoCheckouts();
    await stripe.press(first.page, 'pay');
    await settlePayment(system(), first.paymentId, PURPOSES);
    await stripe.press(orphanPage, 'pay');
    await takeInCheckout(system(), 'STRIPE', orphanId, PURPOSES);
    await drainJobs(test, system());
    const order = await orderOf(first.orderId);
    expect(order.events.filter(({ toStatus }) => toStatus === 'PAID')).toHaveLength(1);
    expect(order.payments).toHaveLength(2);
    expect(order.payments[1]).toMatchObject({ status: 'PAID', refundedMinor: order.totalMinor });
    expect(order.payments[1]?.refunds).toMatchObject([
      { status: 'SUCCEEDED', reason: 'second_payment' },
    ]);
  });
});

describe('an orphan of something that has one attempt only', () => {
  async function aPack() {
    const pack = await test.db.starPack.findUniqueOrThrow({
      where: { slug: 'stars-50' },
      include: { prices: { where: { currency: 'EUR' } } },
    });
    const { purchaseId, redirectUrl } = await startStarPurchase(asOwner(), {
      packId: pack.id as Id<'starPack'>,
      currency: 'EUR',
      till: 'STRIPE',
      expectedAmountMinor: pack.prices[0]?.amountMinor ?? 0,
      requestKey: nextKey(),
      locale: 'en',
      returnTo: null,
    });
    const { payment } = await test.db.starPurchase.findUniqueOrThrow({
      where: { id: purchaseId },
      include: { payment: true },
    });
    return { payment, page: redirectUrl ?? '' };
  }

  it('brings the stars once, whichever pages are paid, and the other money goes back', async () => {
    await seedStars(test.db);
    const first = await aPack();
    const second = await aPack();
    bent.STRIPE = bend(stripe.gateway, {
      readCheckout: async (id: string) => {
        const truth = await stripe.gateway.readCheckout(id);
        const isSecond = truth.paymentId === second.payment.id;
        return isSecond ? { ...truth, paymentId: first.payment.id } : truth;
      },
    });
    await test.db.payment.update({
      where: { id: second.payment.id },
      data: { externalId: null, status: 'EXPIRED' },
    });
    const orphanId = second.payment.externalId ?? '';
    await stripe.press(second.page, 'pay');
    await stripe.press(first.page, 'pay');
    await takeInCheckout(system(), 'STRIPE', orphanId, PURPOSES);
    await takeInCheckout(system(), 'STRIPE', first.payment.externalId ?? '', PURPOSES);
    await drainJobs(test, system());
    const attempts = await test.db.payment.findMany({
      where: { OR: [{ id: first.payment.id }, { orphanOfId: first.payment.id }] },
      include: { refunds: true },
      orderBy: { createdAt: 'asc' },
    });
    expect(attempts.map(({ status, refundedMinor }) => [status, refundedMinor])).toEqual([
      ['PAID', 0],
      ['PAID', first.payment.amountMinor],
    ]);
    const account = await test.db.starAccount.findUnique({
      where: { userId: owner.actor.userId },
    });
    expect(account?.balance).toBe(50);
  });
});

describe('money that does not fit', () => {
  async function aQuarantined() {
    const order = await anOrder();
    const total = (await orderOf(order.orderId)).totalMinor;
    await stripe.press(order.page, 'pay');
    bent.STRIPE = bend(stripe.gateway, {
      readCheckout: async (id: string) => {
        const truth = await stripe.gateway.readCheckout(id);
        return { ...truth, amount: { ...truth.amount, amountMinor: total - 100 } };
      },
    });
    await settlePayment(system(), order.paymentId, PURPOSES);
    delete bent.STRIPE;
    return { ...order, total };
  }

  it('is given back from our page in the amount that was taken, never fulfilled, and the order can be paid again', async () => {
    const { orderId, paymentId, total } = await aQuarantined();
    const view = await getTills(staff, { provider: 'STRIPE', day: null, state: 'open' });
    expect(view.review.find((row) => row.paymentId === paymentId)?.left).toEqual({
      amountMinor: total - 100,
      currency: 'UAH',
    });
    const wish = { orderId, requestKey: nextKey(), till: 'STRIPE' as const };
    await expect(payOrder(asOwner(), wish)).rejects.toThrow('payment.not_payable');
    const ask = { paymentId, reason: 'another amount', requestKey: nextKey() };
    const twice = await Promise.all([returnPayment(staff, ask), returnPayment(staff, ask)]);
    expect(twice[0]).toEqual(twice[1]);
    await expect(returnPayment(staff, { ...ask, requestKey: nextKey() })).rejects.toThrow(
      'refund.too_much',
    );
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.status).toBe('AWAITING_PAYMENT');
    expect(order.payments[0]).toMatchObject({ status: 'CANCELLED', refundedMinor: total - 100 });
    expect(order.payments[0]?.refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    const { redirectUrl } = await payOrder(asOwner(), wish);
    await stripe.press(redirectUrl ?? '', 'pay');
    await arrive();
    expect((await orderOf(orderId)).status).toBe('PAID');
  });

  it('is refunded by staff only, and only while it is set aside', async () => {
    const { paymentId } = await aQuarantined();
    const ask = { paymentId, reason: 'x', requestKey: nextKey() };
    await expect(returnPayment(asOwner(), ask)).rejects.toThrow('account.not_allowed');
    const fine = await anOrder();
    await expect(returnPayment(staff, { ...ask, paymentId: fine.paymentId })).rejects.toThrow(
      'request.not_found',
    );
  });
});

describe('a dispute', () => {
  async function aDisputed() {
    const order = await anOrder();
    await stripe.press(order.page, 'pay');
    await arrive();
    stripe.accidents.dispute?.(order.page);
    await arrive();
    return order;
  }

  it('holds a paid order back and shows staff until when to answer', async () => {
    const { orderId } = await aDisputed();
    const order = await orderOf(orderId);
    expect(order.heldReason).toBe('dispute');
    const [payment] = await getOrderPayments(staff, { orderId });
    expect(payment?.disputes).toMatchObject([{ status: 'OPEN', reason: 'product_not_received' }]);
    expect(payment?.disputes[0]?.evidenceDueAt).not.toBeNull();
    const { disputes } = await getTills(staff, { provider: null, day: null, state: 'open' });
    expect(disputes.some((row) => row.order?.id === orderId)).toBe(true);
  });

  it('that is won lets the order go on; one that is lost does not; both are told once', async () => {
    const won = await aDisputed();
    stripe.accidents.disputeWon?.(won.page);
    await arrive();
    const lost = await aDisputed();
    stripe.accidents.disputeLost?.(lost.page);
    await arrive();
    expect(await orderOf(won.orderId)).toMatchObject({ heldAt: null });
    expect(await orderOf(lost.orderId)).toMatchObject({ heldReason: 'dispute' });
    await test.db.webhookEvent.updateMany({ data: { processedAt: null } });
    for (const { id } of await test.db.webhookEvent.findMany()) {
      await replayEvent(staff, { webhookEventId: id as Id<'webhookEvent'> });
    }
    await drainJobs(test, system());
    const kinds = async (id: string) =>
      (await orderOf(id)).events
        .map(({ kind }) => kind)
        .filter((kind) => /dispute|held|released/.test(kind))
        .sort();
    expect(await kinds(won.orderId)).toEqual(['dispute_opened', 'dispute_won', 'held', 'released']);
    expect(await kinds(lost.orderId)).toEqual(['dispute_lost', 'dispute_opened', 'held']);
  });
});

describe('money that the bank asks back', () => {
  const paid = async () => {
    const order = await anOrder();
    await stripe.press(order.page, 'pay');
    await arrive();
    return order;
  };

  it('takes over what staff held the order for, and gives it back when it is won', async () => {
    const { orderId, page } = await paid();
    const hold = (isHeld: boolean, reason: string) => holdOrder(staff, { orderId, isHeld, reason });
    await hold(true, 'the address is a warehouse');
    stripe.accidents.dispute?.(page);
    await arrive();
    expect((await orderOf(orderId)).heldReason).toBe('dispute');
    stripe.accidents.disputeWon?.(page);
    await arrive();
    expect((await orderOf(orderId)).heldReason).toBe('the address is a warehouse');
    await hold(false, 'asked');
    expect((await orderOf(orderId)).heldReason).toBeNull();
  });

  it('is not given back besides, when the customer cancels; staff may try again once it is won', async () => {
    const { orderId, page } = await paid();
    stripe.accidents.dispute?.(page);
    await arrive();
    await cancelOrder(asOwner(), { orderId });
    await arrive();
    const order = await orderOf(orderId);
    expect(order.status).toBe('CANCELLED');
    const [payment] = order.payments;
    expect(payment).toMatchObject({ refundedMinor: 0, refunds: [{ status: 'FAILED' }] });
    stripe.accidents.disputeWon?.(page);
    await arrive();
    const refundId = payment?.refunds[0]?.id as Id<'refund'>;
    await retryRefund(staff, { orderId, refundId });
    await arrive();
    const after = (await orderOf(orderId)).payments[0];
    expect(after?.refundedMinor).toBe(after?.amountMinor);
  });
});

describe("staff's desks", () => {
  it('find an event by what it is about, show it without secrets and work it off again', async () => {
    const { orderId, paymentId, page } = await anOrder();
    await stripe.press(page, 'pay');
    await arrive();
    const { rows } = await listEvents(staff, EventFilterSchema.parse({ search: paymentId }));
    expect(rows.length).toBeGreaterThan(0);
    const webhookEventId = rows[0]?.id as Id<'webhookEvent'>;
    const event = await getEvent(staff, { webhookEventId });
    expect(event.order?.id).toBe(orderId);
    expect(event.payload).toContain('"livemode": false');
    await replayEvent(staff, { webhookEventId });
    expect((await getEvent(staff, { webhookEventId })).state).toBe('waiting');
    await drainJobs(test, system());
    expect((await getEvent(staff, { webhookEventId })).state).toBe('done');
    expect((await orderOf(orderId)).events.filter(({ toStatus }) => toStatus)).toHaveLength(1);
    await expect(replayEvent(asOwner(), { webhookEventId })).rejects.toThrow('not_allowed');
    await expect(replayEvent(staff, { webhookEventId: newId('webhookEvent') })).rejects.toThrow(
      'webhook.not_found',
    );
  });

  it('resolve a difference once, with a note', async () => {
    const reconciliation = await test.db.reconciliation.create({
      data: {
        id: newId('reconciliation'),
        provider: 'STRIPE',
        day: new Date('2026-11-01'),
        status: 'DONE',
      },
    });
    const findingId = newId('finding');
    await test.db.reconciliationFinding.create({
      data: {
        id: findingId,
        reconciliationId: reconciliation.id,
        provider: 'STRIPE',
        kind: 'unknown_refund',
        externalId: 're_1',
      },
    });
    await expect(resolveFinding(asOwner(), { findingId, note: 'x' })).rejects.toThrow(
      'account.not_allowed',
    );
    await resolveFinding(staff, { findingId, note: 'by hand, on the phone' });
    await resolveFinding(staff, { findingId, note: 'again' });
    const { findings } = await getTills(staff, { provider: null, day: null, state: 'all' });
    expect(findings.find(({ id }) => id === findingId)).toMatchObject({
      note: 'by hand, on the phone',
      isByPerson: true,
    });
    await expect(resolveFinding(staff, { findingId: newId('finding'), note: 'x' })).rejects.toThrow(
      'finding.not_found',
    );
  });

  it('start a comparison that shows at once that it runs, and only at a till that is open', async () => {
    await startComparison(staff, { provider: 'STRIPE', day: '2026-11-02' as never });
    const { isRunning } = await getTills(staff, { provider: null, day: null, state: 'open' });
    expect(isRunning).toBe(true);
    await expect(startComparison(staff, { provider: 'TELEGRAM', day: null })).rejects.toThrow(
      'payment.till_unavailable',
    );
  });
});
