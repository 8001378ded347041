import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { money } from '@/lib/core/money';
import type { CheckoutRequest } from '@/lib/providers/ports/payment-gateway';
import { StripeGateway } from '@/lib/providers/stripe/stripe-gateway';
import { SANDBOX_STRIPE_KEY, SANDBOX_STRIPE_WEBHOOK_SECRET } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { signatureHeader } from '@/lib/sandbox/stripe/events';

let folder: string;
let sandbox: Sandbox;
let gateway: StripeGateway;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-stripe-'));
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: folder,
    webhookUrl: null,
  });
  gateway = gatewayFor({});
});

afterEach(() => sandbox.faults.reset());

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

function gatewayFor(parts: { secretKey?: string; webhookSecret?: string; baseUrl?: string }) {
  return new StripeGateway({
    secretKey: SANDBOX_STRIPE_KEY,
    webhookSecret: SANDBOX_STRIPE_WEBHOOK_SECRET,
    baseUrl: sandbox.url,
    ...parts,
  });
}

function aRequest(parts: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    paymentId: `pay_${randomUUID()}`,
    reference: 'T-27-000001',
    lines: [
      { name: 'Стінний календар A3', unit: money(2490, 'EUR'), quantity: 2 },
      { name: 'Delivery', unit: money(690, 'EUR'), quantity: 1 },
    ],
    customerEmail: 'olena@example.com',
    successUrl: 'http://127.0.0.1:9/orders/1?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://127.0.0.1:9/orders/1?cancelled=1',
    locale: 'uk',
    expiresAt: new Date(Date.now() + 2 * 60 * 60 * 1000),
    ...parts,
  };
}

async function press(url: string, fields: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    page: await answer.text(),
  };
}

async function aPaidCheckout() {
  const request = aRequest();
  const { externalId, redirectUrl } = await gateway.createCheckout(request);
  await press(redirectUrl);
  const paid = await gateway.readCheckout(externalId);
  return { request, externalId, redirectUrl, intentId: String(paid.externalPaymentId) };
}

const failure = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe('checkout', () => {
  test('is open and unpaid at first, with our payment and the sum of its lines', async () => {
    const request = aRequest();
    const { externalId, redirectUrl } = await gateway.createCheckout(request);
    expect(redirectUrl.startsWith(`${sandbox.url}/pay/`)).toBe(true);
    expect(await gateway.readCheckout(externalId)).toEqual({
      externalId,
      paymentId: request.paymentId,
      state: 'open',
      amount: { amountMinor: 2 * 2490 + 690, currency: 'EUR' },
      externalPaymentId: null,
      declineReason: null,
      receiptUrl: null,
      feeMinor: null,
    });
  });

  test('is the same one for the same payment, asked for again or twice at once', async () => {
    const request = aRequest();
    const [first, second] = await Promise.all([
      gateway.createCheckout(request),
      gateway.createCheckout(request),
    ]);
    expect(second).toEqual(first);
    expect(await gateway.createCheckout(request)).toEqual(first);
  });

  test('of the same payment with another amount is refused, not made', async () => {
    const request = aRequest();
    await gateway.createCheckout(request);
    const dearer = { ...request, lines: [{ name: 'x', unit: money(9900, 'EUR'), quantity: 1 }] };
    await expect(gateway.createCheckout(dearer)).rejects.toThrow(
      'Keys for idempotent requests can only be used with the same parameters',
    );
  });

  test('takes what is taxed and where it goes, as the service names them', async () => {
    const lines = [
      { name: 'Calendar', unit: money(2490, 'EUR'), quantity: 1, nature: 'goods' as const },
      { name: 'Delivery', unit: money(690, 'EUR'), quantity: 1, nature: 'delivery' as const },
    ];
    const shipTo = {
      name: 'Olena Bondar',
      phone: '+493012345',
      line1: 'Lindenallee 5',
      line2: '',
      city: 'Berlin',
      postalCode: '10115',
      region: '',
      country: 'DE',
    };
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest({ lines, shipTo }));
    await press(redirectUrl);
    expect(await gateway.readCheckout(externalId)).toMatchObject({
      state: 'paid',
      amount: { amountMinor: 3180, currency: 'EUR' },
    });
  });

  test('shows its lines and total on a page that says it is a sandbox, escaping what they hold', async () => {
    const lines = [{ name: '<img src=x onerror=alert(1)>', unit: money(1250, 'UAH'), quantity: 1 }];
    const { redirectUrl } = await gateway.createCheckout(aRequest({ lines }));
    const page = await (await fetch(redirectUrl)).text();
    expect(page).toContain('Sandbox');
    expect(page).toContain('UAH');
    expect(page).toContain('12.50');
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img src=x');
  });

  test('paid on its page sends the customer back with its id, and is paid', async () => {
    const request = aRequest();
    const { externalId, redirectUrl } = await gateway.createCheckout(request);
    const answer = await press(redirectUrl, { outcome: 'pay', card: '4242 4242 4242 4242' });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`http://127.0.0.1:9/orders/1?session=${externalId}`);
    const paid = await gateway.readCheckout(externalId);
    expect(paid).toMatchObject({ state: 'paid', paymentId: request.paymentId });
    expect(paid.amount).toEqual({ amountMinor: 5670, currency: 'EUR' });
    expect(paid.externalPaymentId).toMatch(/^pi_/);
  });

  test('paid twice is paid once', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await Promise.all([press(redirectUrl), press(redirectUrl)]);
    const before = await gateway.readCheckout(externalId);
    expect((await press(redirectUrl)).location).toContain(externalId);
    expect(await gateway.readCheckout(externalId)).toEqual(before);
  });

  test.each<Record<string, string>>([
    { outcome: 'decline' },
    { outcome: 'pay', card: '4000 0000 0000 0002' },
    { outcome: 'pay', card: '4000 0000 0000 9995' },
    { outcome: 'pay', card: '5105 1051 0510 5100' },
  ])('refused by the bank stays open and can be paid after all: %j', async (fields) => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    const refused = await press(redirectUrl, fields);
    expect(refused.status).toBe(402);
    expect(refused.page).toMatch(/declined|insufficient funds|not a test card/);
    expect((await gateway.readCheckout(externalId)).state).toBe('open');
    await press(redirectUrl);
    expect((await gateway.readCheckout(externalId)).state).toBe('paid');
  });

  test('left by "back" is still open', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    const answer = await press(redirectUrl, { outcome: 'back' });
    expect(answer.location).toBe('http://127.0.0.1:9/orders/1?cancelled=1');
    expect((await gateway.readCheckout(externalId)).state).toBe('open');
  });

  test('that was ended cannot be paid any more; ending it again changes nothing', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    expect((await gateway.expireCheckout(externalId)).state).toBe('expired');
    expect((await press(redirectUrl)).status).toBe(410);
    expect((await gateway.expireCheckout(externalId)).state).toBe('expired');
  });

  test('that is paid stays paid when it is to be ended', async () => {
    const { externalId } = await aPaidCheckout();
    expect((await gateway.expireCheckout(externalId)).state).toBe('paid');
  });

  test('with a delayed payment is processing, then paid', async () => {
    sandbox.faults.change({ payment: 'later', laterMs: 300 });
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await press(redirectUrl);
    expect((await gateway.readCheckout(externalId)).state).toBe('processing');
    await sandbox.settled();
    expect((await gateway.readCheckout(externalId)).state).toBe('paid');
  });

  test('with a delayed payment that the bank refuses has failed, not expired', async () => {
    sandbox.faults.change({ payment: 'fails-later', laterMs: 10 });
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await press(redirectUrl);
    await sandbox.settled();
    expect((await gateway.readCheckout(externalId)).state).toBe('failed');
  });

  test('that reports another amount than asked shows that amount to the reader', async () => {
    sandbox.faults.change({ amountOffsetMinor: -1000 });
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await press(redirectUrl);
    expect((await gateway.readCheckout(externalId)).amount.amountMinor).toBe(4670);
  });

  test('that Stripe does not know is an error of its own, not "unavailable"', async () => {
    await expect(gateway.readCheckout('cs_test_nobody')).rejects.toThrow(
      'No such checkout.session',
    );
  });

  test('in two currencies, or without lines, is never sent', async () => {
    const mixed = [
      { name: 'a', unit: money(100, 'EUR'), quantity: 1 },
      { name: 'b', unit: money(100, 'USD'), quantity: 1 },
    ];
    await expect(gateway.createCheckout(aRequest({ lines: mixed }))).rejects.toThrow(
      'one currency',
    );
    await expect(gateway.createCheckout(aRequest({ lines: [] }))).rejects.toThrow('has lines');
  });

  test('that should live longer than Stripe allows is refused by Stripe', async () => {
    const expiresAt = new Date(Date.now() + 25 * 60 * 60 * 1000);
    await expect(gateway.createCheckout(aRequest({ expiresAt }))).rejects.toThrow('expires_at');
  });

  test('of a few cents or of millions can never be paid', async () => {
    for (const amountMinor of [49, 100_000_000]) {
      const lines = [{ name: 'Calendar', unit: money(amountMinor, 'EUR'), quantity: 1 }];
      await expect(gateway.createCheckout(aRequest({ lines }))).rejects.toEqual(
        failure('payment.not_payable'),
      );
    }
  });
});

describe('when Stripe fails', () => {
  test('an answer that broke off after the effect is asked for again and made once', async () => {
    sandbox.faults.change({ dropCount: 1 });
    const request = aRequest();
    const first = await gateway.createCheckout(request);
    expect(await gateway.createCheckout(request)).toEqual(first);
  });

  test('one error is tried again; lasting errors are "unavailable"', async () => {
    sandbox.faults.change({ errorCount: 1 });
    await gateway.createCheckout(aRequest());
    sandbox.faults.change({ errorRate: 1 });
    await expect(gateway.createCheckout(aRequest())).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
  });

  test('nobody listening is "unavailable"', async () => {
    const nowhere = gatewayFor({ baseUrl: 'http://127.0.0.1:9' });
    await expect(nowhere.readCheckout('cs_test_x')).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
  });

  test('a wrong key is "unavailable": nothing was decided about the payment', async () => {
    const stranger = gatewayFor({ secretKey: 'sk_test_other' });
    await expect(stranger.createCheckout(aRequest())).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
  });

  test('answers of the other mode are refused: a live key never believes a test payment', async () => {
    const { externalId } = await aPaidCheckout();
    const fields = { id: externalId, livemode: false, payment_status: 'paid' };
    const liveSecret = 'whsec_live';
    const live = gatewayFor({ secretKey: 'sk_live_x', webhookSecret: liveSecret });
    const body = eventBody({ ...fields, object: 'checkout.session' });
    const header = signatureHeader(body, liveSecret, nowSeconds());
    expect(() => live.verifyEvent(body, header)).toThrow(failure('webhook.bad_signature'));
  });
});

describe('refunds', () => {
  const refundOf = (intentId: string, amountMinor: number, key = `refund:${randomUUID()}`) =>
    gateway.refund({
      externalPaymentId: intentId,
      amount: money(amountMinor, 'EUR'),
      idempotencyKey: key,
      refundId: 'ref_test',
    });

  test('give all of it back, once', async () => {
    const { intentId } = await aPaidCheckout();
    const refund = await refundOf(intentId, 5670);
    expect(refund).toMatchObject({ state: 'succeeded', amountMinor: 5670, failureCode: null });
    expect(await gateway.readRefund(refund.externalId)).toEqual(refund);
    await expect(refundOf(intentId, 1)).rejects.toEqual(failure('refund.failed'));
  });

  test('in parts add up to no more than was paid', async () => {
    const { intentId } = await aPaidCheckout();
    await refundOf(intentId, 5000);
    await expect(refundOf(intentId, 671)).rejects.toEqual(failure('refund.failed'));
    await refundOf(intentId, 670);
  });

  test('of more than was paid are refused for good', async () => {
    const { intentId } = await aPaidCheckout();
    await expect(refundOf(intentId, 5671)).rejects.toEqual(failure('refund.failed'));
  });

  test('with the same key are one refund, also when the first answer was lost', async () => {
    const { intentId } = await aPaidCheckout();
    sandbox.faults.change({ dropCount: 1 });
    const key = `refund:${randomUUID()}`;
    const first = await refundOf(intentId, 1000, key);
    expect(await refundOf(intentId, 1000, key)).toEqual(first);
    await refundOf(intentId, 4670);
  });

  test('asked for again after days, when Stripe has forgotten the key, are one refund', async () => {
    const { intentId } = await aPaidCheckout();
    const refundId = `ref_${randomUUID()}`;
    const ask = (requestedAt: Date) =>
      gateway.refund({
        externalPaymentId: intentId,
        amount: money(1000, 'EUR'),
        idempotencyKey: `refund:${randomUUID()}`,
        refundId,
        requestedAt,
      });
    const first = await ask(new Date());
    expect(await ask(new Date(Date.now() - 2 * 86_400_000))).toEqual(first);
    await refundOf(intentId, 4670);
  });

  test('of money that the bank asks back are refused: it would go back twice', async () => {
    const { intentId, redirectUrl } = await aPaidCheckout();
    await fetch(redirectUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'dispute' }) });
    await expect(refundOf(intentId, 1000)).rejects.toEqual(failure('refund.failed'));
  });

  test('with the same key and another amount are refused, not made', async () => {
    const { intentId } = await aPaidCheckout();
    const key = `refund:${randomUUID()}`;
    await refundOf(intentId, 1000, key);
    await expect(refundOf(intentId, 2000, key)).rejects.toThrow('Keys for idempotent requests');
  });

  test('of an unpaid or unknown payment are refused for good', async () => {
    await expect(refundOf('pi_nobody', 1)).rejects.toEqual(failure('refund.failed'));
  });

  test('may be pending first and fail later, with the reason', async () => {
    const { intentId } = await aPaidCheckout();
    sandbox.faults.change({ refund: 'fails-later', laterMs: 300 });
    const refund = await refundOf(intentId, 5670);
    expect(refund.state).toBe('pending');
    await sandbox.settled();
    expect(await gateway.readRefund(refund.externalId)).toMatchObject({
      state: 'failed',
      failureCode: 'expired_or_canceled_card',
    });
    sandbox.faults.reset();
    expect((await refundOf(intentId, 5670)).state).toBe('succeeded');
  });
});

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

function eventBody(object: object, parts: object = {}): string {
  return JSON.stringify({
    id: 'evt_1',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: nowSeconds(),
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: 'checkout.session.completed',
    data: { object },
    ...parts,
  });
}

describe('events', () => {
  const secret = SANDBOX_STRIPE_WEBHOOK_SECRET;
  const body = eventBody({ object: 'checkout.session', id: 'cs_1', payment_intent: 'pi_1' });
  const refused = failure('webhook.bad_signature');

  test('with a right signature name the checkout they are about', () => {
    const event = gateway.verifyEvent(body, signatureHeader(body, secret, nowSeconds()));
    expect(event).toEqual({
      externalId: 'evt_1',
      type: 'checkout.session.completed',
      checkoutId: 'cs_1',
      refundId: null,
      externalPaymentId: 'pi_1',
    });
  });

  test('are accepted as the official library signs them', () => {
    const header = new Stripe('sk_test_x').webhooks.generateTestHeaderString({
      payload: body,
      secret,
    });
    expect(gateway.verifyEvent(body, header).externalId).toBe('evt_1');
  });

  test('are accepted by the second of two signatures, as while a secret is rolled', () => {
    const at = nowSeconds();
    const other = signatureHeader(body, 'whsec_old', at);
    const right = signatureHeader(body, secret, at).split(',')[1];
    expect(gateway.verifyEvent(body, `${other},${right}`).externalId).toBe('evt_1');
  });

  test.each([
    ['another secret', () => signatureHeader(body, 'whsec_other', nowSeconds())],
    ['another body', () => signatureHeader(`${body} `, secret, nowSeconds())],
    ['an old time', () => signatureHeader(body, secret, nowSeconds() - 301)],
    ['a future time', () => signatureHeader(body, secret, nowSeconds() + 400)],
    [
      'a changed time',
      () => signatureHeader(body, secret, nowSeconds() - 9).replace(/t=\d+/, `t=${nowSeconds()}`),
    ],
    ['no time', () => signatureHeader(body, secret, nowSeconds()).replace(/t=\d+,/, '')],
    [
      'only the old scheme',
      () => signatureHeader(body, secret, nowSeconds()).replace('v1=', 'v0='),
    ],
    ['nothing in it', () => ''],
    ['no header', () => null],
  ])('with %s are refused', (_name, header) => {
    expect(() => gateway.verifyEvent(body, header())).toThrow(refused);
  });

  test('of the other mode are refused', () => {
    const live = eventBody({ object: 'checkout.session', id: 'cs_1' }, { livemode: true });
    const header = signatureHeader(live, secret, nowSeconds());
    expect(() => gateway.verifyEvent(live, header)).toThrow(refused);
  });

  test('that are not JSON are refused', () => {
    const header = signatureHeader('{', secret, nowSeconds());
    expect(() => gateway.verifyEvent('{', header)).toThrow(refused);
  });

  test.each([
    [{ object: 'refund', id: 're_1', payment_intent: 'pi_1' }, null, 're_1', 'pi_1'],
    [{ object: 'charge', id: 'ch_1', payment_intent: { id: 'pi_2' } }, null, null, 'pi_2'],
    [{ object: 'payment_intent', id: 'pi_3' }, null, null, 'pi_3'],
    [{ object: 'checkout.session', id: 'cs_4', payment_intent: null }, 'cs_4', null, null],
    [{ object: 'something_new', id: 'x_1' }, null, null, null],
  ])('about %j are mapped', (object, checkoutId, refundId, externalPaymentId) => {
    const text = eventBody(object);
    const event = gateway.verifyEvent(text, signatureHeader(text, secret, nowSeconds()));
    expect(event).toMatchObject({ checkoutId, refundId, externalPaymentId });
  });
});
