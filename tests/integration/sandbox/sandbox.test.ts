import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { money } from '@/lib/core/money';
import { SmtpMailer } from '@/lib/providers/mail/smtp-mailer';
import { StripeGateway } from '@/lib/providers/stripe/stripe-gateway';
import { SANDBOX_STRIPE_KEY, SANDBOX_STRIPE_WEBHOOK_SECRET } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';

type Received = { type: string; id: string; isGenuine: boolean };

/** An app that only receives events, and answers as it is told. */
async function startReceiver(gateway: () => StripeGateway) {
  const received: Received[] = [];
  const statuses: number[] = [];
  const server: Server = createServer(async (request, response) => {
    const body = await text(request);
    const event = JSON.parse(body) as { id: string; type: string };
    let isGenuine = true;
    try {
      gateway().verifyEvent(body, String(request.headers['stripe-signature']));
    } catch {
      isGenuine = false;
    }
    received.push({ id: event.id, type: event.type, isGenuine });
    response.writeHead(isGenuine ? (statuses.shift() ?? 200) : 400).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    /** What the next genuine events are answered with; 200 after that. */
    statuses,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    types: () => received.filter(({ isGenuine }) => isGenuine).map(({ type }) => type),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// One moment for all, so that the same payment is asked for with the same words.
const EXPIRES_AT = new Date(Date.now() + 60 * 60 * 1000);

let folder: string;
let sandbox: Sandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

const start = (parts: { webhookUrl?: string | null } = {}) =>
  startSandbox({ port: 0, smtpPort: 0, appUrl: receiver.url, dataDir: folder, ...parts });

const gateway = () =>
  new StripeGateway({
    secretKey: SANDBOX_STRIPE_KEY,
    webhookSecret: SANDBOX_STRIPE_WEBHOOK_SECRET,
    baseUrl: sandbox.url,
  });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-sandbox-'));
  receiver = await startReceiver(gateway);
  sandbox = await start();
});

afterEach(async () => {
  await sandbox.close();
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

async function aCheckout(paymentId = 'pay_1') {
  return gateway().createCheckout({
    paymentId,
    reference: 'T-27-000001',
    lines: [{ name: 'Calendar', unit: money(2490, 'EUR'), quantity: 1 }],
    customerEmail: 'olena@example.com',
    successUrl: 'http://127.0.0.1:9/?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://127.0.0.1:9/',
    locale: 'en',
    expiresAt: EXPIRES_AT,
  });
}

const pay = (url: string) => fetch(url, { method: 'POST', redirect: 'manual' });

async function aPaidCheckout() {
  const checkout = await aCheckout();
  await pay(checkout.redirectUrl);
  await sandbox.settled();
  return checkout;
}

async function call(method: string, pathname: string, form?: string, more: object = {}) {
  const answer = await fetch(sandbox.url + pathname, {
    method,
    headers: { authorization: `Bearer ${SANDBOX_STRIPE_KEY}`, ...more },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  const body = (await answer.json()) as Record<string, unknown> & {
    error?: Record<string, string>;
    data?: { id: string; type: string }[];
  };
  return { status: answer.status, headers: answer.headers, body };
}

const PAID = ['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed'];

describe('events', () => {
  test('of a payment arrive signed, in order, each once', async () => {
    await aPaidCheckout();
    expect(receiver.types()).toEqual(PAID);
  });

  test('of a refund and of an ended session arrive', async () => {
    const { externalId } = await aPaidCheckout();
    const { externalPaymentId } = await gateway().readCheckout(externalId);
    await gateway().refund({
      externalPaymentId: String(externalPaymentId),
      amount: money(1000, 'EUR'),
      idempotencyKey: 'refund:1',
      refundId: 'ref_1',
    });
    await gateway().expireCheckout((await aCheckout('pay_2')).externalId);
    await sandbox.settled();
    expect(receiver.types().slice(PAID.length)).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.updated',
      'checkout.session.expired',
    ]);
  });

  test('that were not taken come again with the same id, until they are', async () => {
    receiver.statuses.push(500, 503, 302);
    await aPaidCheckout();
    const first = receiver.received.filter(({ type }) => type === 'charge.succeeded');
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
    expect(new Set(first.map(({ id }) => id)).size).toBe(1);
  });

  test('arrive twice when told so', async () => {
    sandbox.faults.change({ webhookCopies: 2 });
    await aPaidCheckout();
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
  });

  test('arrive last first when told so', async () => {
    sandbox.faults.change({ webhookReorder: true });
    await aPaidCheckout();
    expect(receiver.types()).toEqual(PAID.toReversed());
  });

  test('that are lost never arrive, but stand in the list as not delivered', async () => {
    sandbox.faults.change({ webhookLossRate: 1 });
    await aPaidCheckout();
    expect(receiver.received).toEqual([]);
    const lost = await call('GET', '/v1/events?delivery_success=false&limit=2');
    expect(lost.body.data?.map(({ type }) => type)).toEqual(PAID.toReversed().slice(0, 2));
    expect(lost.body.has_more).toBe(true);
    const rest = await call('GET', `/v1/events?starting_after=${lost.body.data?.[1]?.id}`);
    expect(rest.body.data?.map(({ type }) => type)).toEqual(['charge.succeeded']);
  });

  test('arrive late when told so', async () => {
    sandbox.faults.change({ webhookDelayMs: 300 });
    await pay((await aCheckout()).redirectUrl);
    expect(receiver.received).toEqual([]);
    await sandbox.settled();
    expect(receiver.types()).toEqual(PAID);
  });

  test('that are forged come besides the real ones and do not pass the signature', async () => {
    sandbox.faults.change({ webhookForged: true });
    await aPaidCheckout();
    expect(receiver.received.filter(({ isGenuine }) => !isGenuine)).toHaveLength(3);
    expect(receiver.types()).toEqual(PAID);
  });

  test('of a delayed payment tell first "completed", then its end', async () => {
    sandbox.faults.change({ payment: 'later', laterMs: 50 });
    await aPaidCheckout();
    expect(receiver.types()).toEqual([
      'payment_intent.processing',
      'checkout.session.completed',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.async_payment_succeeded',
    ]);
  });
});

describe('a restart', () => {
  test('keeps sessions, the reply to a key, and events that were not taken yet', async () => {
    await receiver.close();
    const checkout = await aCheckout();
    await pay(checkout.redirectUrl);
    await sandbox.close();
    receiver = await startReceiver(gateway);
    sandbox = await start();
    expect((await gateway().readCheckout(checkout.externalId)).state).toBe('paid');
    expect((await aCheckout()).externalId).toBe(checkout.externalId);
    await sandbox.settled();
    expect(receiver.types()).toEqual(PAID);
  });

  test('keeps the mail', async () => {
    const mailer = new SmtpMailer({ url: sandbox.smtpUrl, from: 'a@b.example' });
    const messageId = '<m@b.example>';
    const letter = { subject: 'Kept', text: 'x', html: '<p>x</p>', messageId };
    await mailer.send({ to: 'olena@example.com', ...letter });
    await sandbox.close();
    sandbox = await start();
    const mails = await (await fetch(`${sandbox.url}/mail.json`)).json();
    expect(mails).toMatchObject([{ subject: 'Kept', messageId }]);
  });

  test('with a damaged file says which file it is and what to do', async () => {
    await sandbox.close();
    const file = path.join(folder, 'stripe.json');
    const good = await readFile(file, 'utf8');
    await writeFile(file, good.slice(0, 20));
    await expect(start()).rejects.toThrow(/stripe\.json cannot be used .* Delete it/);
    await writeFile(file, good);
    sandbox = await start();
  });
});

describe('the Stripe API', () => {
  test('asks for its key', async () => {
    const without = await call('GET', '/v1/events', undefined, { authorization: '' });
    expect(without.status).toBe(401);
    const other = { authorization: 'Bearer sk_live_real' };
    expect((await call('GET', '/v1/events', undefined, other)).status).toBe(401);
  });

  test('names an unknown, a missing and a bad parameter', async () => {
    const line =
      'line_items[0][quantity]=1&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=100&line_items[0][price_data][product_data][name]=x';
    const good = `mode=payment&success_url=http://127.0.0.1/&${line}`;
    expect((await call('POST', '/v1/checkout/sessions', good)).status).toBe(200);
    const unknown = await call('POST', '/v1/checkout/sessions', `${good}&shipping=1`);
    expect(unknown.body.error).toMatchObject({ code: 'parameter_unknown', param: 'shipping' });
    const absent = await call('POST', '/v1/checkout/sessions', `mode=payment&${line}`);
    expect(absent.body.error).toMatchObject({ code: 'parameter_missing', param: 'success_url' });
    const bad = await call('POST', '/v1/checkout/sessions', good.replace('=eur', '=EURO'));
    expect(bad.body.error).toMatchObject({
      type: 'invalid_request_error',
      param: 'line_items[0][price_data][currency]',
    });
    expect((await call('POST', '/v1/refunds', 'a[b][=1')).status).toBe(400);
  });

  test('answers what it does not know with 404, for names of the language too', async () => {
    for (const id of ['pi_1', '__proto__', 'constructor', 'toString']) {
      expect((await call('GET', `/v1/payment_intents/${id}`)).status).toBe(404);
      expect((await call('GET', `/v1/refunds/${id}`)).status).toBe(404);
      expect((await call('GET', `/v1/checkout/sessions/${id}`)).status).toBe(404);
    }
    expect((await call('GET', '/v1/customers')).status).toBe(404);
  });

  test('marks a repeated reply, and forgets a key whose parameters were wrong', async () => {
    const { externalId } = await aPaidCheckout();
    const { externalPaymentId } = await gateway().readCheckout(externalId);
    const key = { 'idempotency-key': 'k1' };
    const wrong = await call(
      'POST',
      '/v1/refunds',
      `payment_intent=${externalPaymentId}&amount=0`,
      key,
    );
    expect(wrong.status).toBe(400);
    const form = `payment_intent=${externalPaymentId}&amount=100`;
    const first = await call('POST', '/v1/refunds', form, key);
    const again = await call('POST', '/v1/refunds', form, key);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const list = await call('GET', `/v1/refunds?payment_intent=${externalPaymentId}`);
    expect(list.body.data).toHaveLength(1);
  });

  test('lists line items and expands what is asked for', async () => {
    const { externalId } = await aPaidCheckout();
    const items = await call('GET', `/v1/checkout/sessions/${externalId}/line_items`);
    expect(items.body.data).toMatchObject([{ description: 'Calendar', amount_total: 2490 }]);
    const expanded = await call(
      'GET',
      `/v1/checkout/sessions/${externalId}?expand[]=payment_intent`,
    );
    expect(expanded.body.payment_intent).toMatchObject({ status: 'succeeded', amount: 2490 });
    expect(expanded.body).not.toHaveProperty('shipping_details');
  });

  test('told to hang does its work and never answers', async () => {
    const { externalId } = await aCheckout();
    sandbox.faults.change({ hangCount: 1 });
    const hanging = fetch(`${sandbox.url}/v1/checkout/sessions/${externalId}/expire`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SANDBOX_STRIPE_KEY}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(hanging).rejects.toThrow(/timeout/);
    expect((await gateway().readCheckout(externalId)).state).toBe('expired');
  });

  test('told to be slow is slow', async () => {
    sandbox.faults.change({ latencyMs: 200 });
    const began = performance.now();
    await call('GET', '/v1/events');
    expect(performance.now() - began).toBeGreaterThan(190);
  });
});

describe('the pages', () => {
  test('show hostile mail as text, and its HTML without scripts and without our origin', async () => {
    const mailer = new SmtpMailer({ url: sandbox.smtpUrl, from: 'a@b.example' });
    const evil = '<script>alert(1)</script>';
    const letter = { subject: evil, text: evil, html: `<p>hi</p>${evil}` };
    await mailer.send({ to: 'olena@example.com', messageId: '<m@b.example>', ...letter });
    const [mail] = (await (await fetch(`${sandbox.url}/mail.json`)).json()) as { id: string }[];
    for (const page of [
      '/mail',
      `/mail/${mail?.id}`,
      `/mail?to=${encodeURIComponent('"><script>')}`,
    ]) {
      const answer = await fetch(sandbox.url + page);
      expect(await answer.text()).not.toMatch(/<script>(alert)?/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const letterPage = await fetch(`${sandbox.url}/mail/${mail?.id}/html`);
    expect(letterPage.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
    const raw = await fetch(`${sandbox.url}/mail/${mail?.id}/raw`);
    expect(raw.headers.get('content-type')).toContain('text/plain');
  });

  test('find mail by receiver, newest first', async () => {
    const mailer = new SmtpMailer({ url: sandbox.smtpUrl, from: 'a@b.example' });
    for (const [index, to] of ['a@x.example', 'b@x.example', 'a@x.example'].entries()) {
      const subject = `Mail ${index}`;
      await mailer.send({ to, subject, text: 'x', html: 'x', messageId: `<m${index}@b.example>` });
    }
    const found = await (await fetch(`${sandbox.url}/mail.json?to=A@x.example`)).json();
    expect(found).toMatchObject([{ subject: 'Mail 2' }, { subject: 'Mail 0' }]);
  });

  test('change faults by form and JSON, and refuse nonsense whole', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${sandbox.url}/faults`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
        redirect: 'manual',
      });
    expect((await post('{"webhookCopies": 3}')).status).toBe(200);
    const form = 'webhookReorder=true&mail=busy';
    expect((await post(form, 'application/x-www-form-urlencoded')).status).toBe(303);
    for (const bad of ['{"errorRate": 2}', '{"nothing": 1}', '{"mail": "x", "latencyMs": 5}', '{'])
      expect((await post(bad)).status).toBe(400);
    const now = await (await fetch(`${sandbox.url}/faults.json`)).json();
    expect(now).toMatchObject({
      webhookCopies: 3,
      webhookReorder: true,
      mail: 'busy',
      latencyMs: 0,
    });
    await fetch(`${sandbox.url}/faults/reset`, { method: 'POST' });
    expect(sandbox.faults.current.webhookCopies).toBe(1);
  });

  test.each(['/', '/mail', '/faults'])('%s opens and says that it is a sandbox', async (page) => {
    const answer = await fetch(sandbox.url + page);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Nothing here is real');
  });

  test('are not there for other names that point here, nor for forms of other pages', async () => {
    const status = (headers: Record<string, string>, method = 'GET') =>
      new Promise((resolve, reject) => {
        const url = `${sandbox.url}/faults`;
        httpRequest(url, { method, headers }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ host: 'localhost:3900' })).toBe(200);
    expect(await status({ 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403);
  });

  test('refuse a body without end', async () => {
    const answer = await fetch(`${sandbox.url}/faults`, {
      method: 'POST',
      body: 'x'.repeat(300_000),
    });
    expect(answer.status).toBe(413);
  });
});
