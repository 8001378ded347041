import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { money } from '@/lib/core/money';
import { MonobankGateway } from '@/lib/providers/monobank/monobank-gateway';
import type { CheckoutRequest, ProviderEntry } from '@/lib/providers/ports/payment-gateway';
import { SANDBOX_MONOBANK_TOKEN } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';

let folder: string;
let sandbox: Sandbox;
let gateway: MonobankGateway;
/** Every webhook that came, and what is answered to the next ones (200 when empty). */
const calls: { body: string; sign: string | null }[] = [];
const answers: number[] = [];
const edge = createServer(async (request, response) => {
  const sign = request.headers['x-sign'];
  calls.push({ body: await text(request), sign: typeof sign === 'string' ? sign : null });
  response.writeHead(answers.shift() ?? 200).end();
});
const edgeUrl = () => `http://127.0.0.1:${(edge.address() as AddressInfo).port}/hook`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-monobank-'));
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
  sandbox = await openSandbox();
  gateway = gatewayFor({});
});

afterEach(async () => {
  sandbox.faults.reset();
  await sandbox.settled();
  calls.length = 0;
  answers.length = 0;
});

afterAll(async () => {
  await sandbox.close();
  await new Promise((resolve) => edge.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

function openSandbox() {
  return startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: folder,
    webhookUrl: null,
    faults: { monobankSpeed: 0.0005 },
  });
}

function gatewayFor(parts: { token?: string; baseUrl?: string; webhookUrl?: string | null }) {
  return new MonobankGateway({
    token: SANDBOX_MONOBANK_TOKEN,
    baseUrl: `${sandbox.url}/monobank`,
    webhookUrl: edgeUrl(),
    ...parts,
  });
}

function aRequest(parts: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    paymentId: `pay_${randomUUID()}`,
    reference: 'T-27-000001',
    lines: [
      { name: 'Стінний календар A3', unit: money(89_900, 'UAH'), quantity: 2 },
      { name: 'Доставка', unit: money(7000, 'UAH'), quantity: 1 },
    ],
    customerEmail: 'olena@example.com',
    successUrl: 'http://127.0.0.1:9/orders/1?payment=done&checkout={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://127.0.0.1:9/orders/1?payment=left',
    locale: 'uk',
    expiresAt: new Date(Date.now() + 2 * 60 * 60 * 1000),
    ...parts,
  };
}
const TOTAL = { amountMinor: 186_800, currency: 'UAH' };

async function press(url: string, fields: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  return { status: answer.status, location, page: await answer.text() };
}

async function aPaidInvoice() {
  const request = aRequest();
  const { externalId, redirectUrl } = await gateway.createCheckout(request);
  await press(redirectUrl);
  return { request, externalId, redirectUrl };
}

const refundOf = (
  externalPaymentId: string,
  amountMinor: number,
  refundId: string = randomUUID(),
) => ({
  externalPaymentId,
  amount: money(amountMinor, 'UAH'),
  idempotencyKey: `refund:${refundId}`,
  refundId,
});
const failure = (code: string) => expect.objectContaining({ name: 'DomainError', code });
const statusOf = (body: string) => (JSON.parse(body) as { status: string }).status;

async function entriesOf(from: Date, to: Date): Promise<ProviderEntry[]> {
  const entries: ProviderEntry[] = [];
  for await (const entry of gateway.listEntries({ from, to })) entries.push(entry);
  return entries;
}

describe('an invoice', () => {
  test('is open and unpaid at first, with our payment and the sum of its basket', async () => {
    const request = aRequest();
    const { externalId, redirectUrl } = await gateway.createCheckout(request);
    expect(redirectUrl).toBe(`${sandbox.url}/monobank/pay/${externalId}`);
    expect(await gateway.readCheckout(externalId)).toMatchObject({
      externalId,
      paymentId: request.paymentId,
      state: 'open',
      amount: TOTAL,
      externalPaymentId: null,
      declineReason: null,
    });
  });

  test.each(['EUR', 'USD'] as const)('in %s is taken too', async (currency) => {
    const lines = [{ name: 'x', unit: money(2490, currency), quantity: 1 }];
    const { externalId } = await gateway.createCheckout(aRequest({ lines }));
    const { amount } = await gateway.readCheckout(externalId);
    expect(amount).toEqual({ amountMinor: 2490, currency });
  });

  test('in a currency that the bank does not take is refused before it is asked', async () => {
    const lines = [{ name: 'x', unit: money(2490, 'PLN'), quantity: 1 }];
    sandbox.faults.change({ errorCount: 1 });
    await expect(gateway.createCheckout(aRequest({ lines }))).rejects.toEqual(
      failure('payment.till_unavailable'),
    );
    expect(sandbox.faults.current.errorCount).toBe(1);
  });

  test('shows its basket on a page that says it is a sandbox, escaping what it holds', async () => {
    const lines = [{ name: '<img src=x onerror=1>', unit: money(1250, 'UAH'), quantity: 1 }];
    const { redirectUrl } = await gateway.createCheckout(aRequest({ lines }));
    const page = await (await fetch(redirectUrl)).text();
    expect(page).toContain('Sandbox');
    expect(page).toContain('12.50');
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img src=x');
  });

  test('paid on its page sends the customer back, and is paid with fee and receipt', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    const answer = await press(redirectUrl, { outcome: 'pay' });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe('http://127.0.0.1:9/orders/1?payment=done');
    const paid = await gateway.readCheckout(externalId);
    expect(paid).toMatchObject({ state: 'paid', amount: TOTAL, externalPaymentId: externalId });
    expect(paid.feeMinor).toBeGreaterThan(0);
    expect(paid.receiptUrl).toMatch(/^https:\/\/cabinet\.tax\.gov\.ua\//);
    expect(paid.stateAt).toBeInstanceOf(Date);
  });

  test('paid twice at once is paid once', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await Promise.all([press(redirectUrl), press(redirectUrl)]);
    const before = await gateway.readCheckout(externalId);
    expect((await press(redirectUrl)).status).toBe(303);
    expect(await gateway.readCheckout(externalId)).toEqual(before);
  });

  test.each([
    [{ outcome: 'decline' }, 'card_declined'],
    [{ card: '4444 0300 0000 0059' }, 'insufficient_funds'],
  ])(
    'declined (%o) stays open and says %s; a second try on the same page pays it',
    async (fields, reason) => {
      const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
      const declined = await press(redirectUrl, fields);
      expect(declined.status).toBe(402);
      expect(declined.page).toContain('role="alert"');
      expect(await gateway.readCheckout(externalId)).toMatchObject({
        state: 'open',
        declineReason: reason,
        externalPaymentId: null,
      });
      await press(redirectUrl);
      expect(await gateway.readCheckout(externalId)).toMatchObject({
        state: 'paid',
        declineReason: null,
      });
    },
  );

  test('left is still open', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    const answer = await press(redirectUrl, { outcome: 'back' });
    expect(answer.location).toBe('http://127.0.0.1:9/orders/1?payment=left');
    expect((await gateway.readCheckout(externalId)).state).toBe('open');
  });

  test('whose payment takes its time is processing, and cannot be closed meanwhile', async () => {
    sandbox.faults.change({ payment: 'later', laterMs: 150 });
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await press(redirectUrl);
    expect((await gateway.readCheckout(externalId)).state).toBe('processing');
    expect((await gateway.expireCheckout(externalId)).state).toBe('processing');
    await sandbox.settled();
    expect((await gateway.readCheckout(externalId)).state).toBe('paid');
  });

  test('whose time is over ends without a word', async () => {
    const expiresAt = new Date(Date.now() - 1000);
    const { externalId } = await gateway.createCheckout(aRequest({ expiresAt }));
    await sandbox.settled();
    calls.length = 0;
    const realNow = Date.now;
    try {
      // The shortest time is a minute; the stand-in runs in this process.
      Date.now = () => realNow() + 61_000;
      expect((await gateway.readCheckout(externalId)).state).toBe('expired');
    } finally {
      Date.now = realNow;
    }
    await sandbox.settled();
    expect(calls).toEqual([]);
  });

  test('that is closed cannot be paid any more, and closing it again changes nothing', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    expect((await gateway.expireCheckout(externalId)).state).toBe('expired');
    expect((await press(redirectUrl)).status).toBe(410);
    expect((await gateway.expireCheckout(externalId)).state).toBe('expired');
    expect((await gateway.readCheckout(externalId)).state).toBe('expired');
  });

  test('that was declined is closed like an open one', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await press(redirectUrl, { outcome: 'decline' });
    expect((await gateway.expireCheckout(externalId)).state).toBe('expired');
    expect((await press(redirectUrl)).status).toBe(410);
  });

  test('that is closed and then forgotten by the bank is over; one that is only forgotten is not', async () => {
    const bank = createServer((request, response) => {
      const isRemoval = request.url?.endsWith('/remove') ?? false;
      response.writeHead(isRemoval ? 200 : 404).end(isRemoval ? '{}' : '{"errCode":"NOT_FOUND"}');
    });
    await new Promise<void>((resolve) => bank.listen(0, '127.0.0.1', resolve));
    const { port } = bank.address() as AddressInfo;
    const other = gatewayFor({ baseUrl: `http://127.0.0.1:${port}` });
    expect((await other.expireCheckout('p2_1')).state).toBe('expired');
    await expect(other.readCheckout('p2_1')).rejects.toThrow('404');
    bank.closeAllConnections();
    await new Promise((resolve) => bank.close(resolve));
  });

  test('that is paid stays paid when somebody closes it', async () => {
    const { externalId } = await aPaidInvoice();
    expect((await gateway.expireCheckout(externalId)).state).toBe('paid');
  });

  test('paid with another sum tells that sum', async () => {
    sandbox.faults.change({ amountOffsetMinor: -500 });
    const { externalId } = await aPaidInvoice();
    expect((await gateway.readCheckout(externalId)).amount.amountMinor).toBe(186_300);
  });
});

describe('the line', () => {
  test.each([
    ['a 500', { errorCount: 1 }, 'open'],
    ['a 429', { monobankBusyCount: 1 }, 'open'],
    // Closed before the line broke.
    ['a cut connection', { dropCount: 1 }, 'expired'],
  ])('with %s is "cannot say now", and the next call works', async (_name, fault, state) => {
    const { externalId } = await gateway.createCheckout(aRequest());
    for (const call of [
      () => gateway.createCheckout(aRequest()),
      () => gateway.readCheckout(externalId),
      () => gateway.expireCheckout(externalId),
    ]) {
      sandbox.faults.change(fault);
      await expect(call()).rejects.toEqual(failure('payment.provider_unavailable'));
      sandbox.faults.reset();
    }
    expect((await gateway.readCheckout(externalId)).state).toBe(state);
  });

  test('with a token of somebody else, or nobody at its end, is "cannot say now"', async () => {
    for (const parts of [{ token: 'other' }, { baseUrl: 'http://127.0.0.1:9' }]) {
      const other = gatewayFor(parts);
      await expect(other.createCheckout(aRequest())).rejects.toEqual(
        failure('payment.provider_unavailable'),
      );
    }
  });

  test('that works says of an unknown invoice that it is unknown, not that it cannot say', async () => {
    await expect(gateway.readCheckout('nothing')).rejects.toThrow('Monobank refused (404');
    await expect(gateway.readRefund('nothing:ref_1')).rejects.toThrow('Monobank refused (404');
  });

  test('that breaks after an invoice was made leaves one that names our payment when it is paid', async () => {
    const request = aRequest();
    sandbox.faults.change({ dropCount: 1 });
    await expect(gateway.createCheckout(request)).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
    await sandbox.settled();
    const orphan = JSON.parse(calls.at(-1)?.body ?? '{}') as { invoiceId: string };
    await press(`${sandbox.url}/monobank/pay/${orphan.invoiceId}`);
    expect(await gateway.readCheckout(orphan.invoiceId)).toMatchObject({
      state: 'paid',
      paymentId: request.paymentId,
    });
    const listed = await entriesOf(new Date(Date.now() - 60_000), new Date(Date.now() + 60_000));
    expect(listed).toContainEqual(
      expect.objectContaining({ externalId: orphan.invoiceId, paymentId: request.paymentId }),
    );
  });

  test('knows nothing after a restart that it did not know before, and nothing less', async () => {
    const { externalId } = await aPaidInvoice();
    const before = await gateway.readCheckout(externalId);
    const [signed] = await webhooksOf(() => gateway.createCheckout(aRequest()));
    await sandbox.close();
    sandbox = await openSandbox();
    gateway = gatewayFor({});
    expect(await gateway.readCheckout(externalId)).toEqual(before);
    await expect(
      gateway.verifyEvent(signed?.body ?? '', signed?.sign ?? ''),
    ).resolves.toBeDefined();
  });
});

describe('a refund', () => {
  test('in parts and then the rest gives all back, and the invoice was still paid in full', async () => {
    const { externalId } = await aPaidInvoice();
    const part = await gateway.refund(refundOf(externalId, 6800));
    expect(part).toMatchObject({ state: 'succeeded', amountMinor: 6800 });
    expect((await gateway.readCheckout(externalId)).amount).toEqual(TOTAL);
    const rest = await gateway.refund(refundOf(externalId, 180_000));
    expect(await gateway.readRefund(rest.externalId)).toMatchObject({
      externalId: rest.externalId,
      state: 'succeeded',
      amountMinor: 180_000,
    });
    expect(await gateway.readCheckout(externalId)).toMatchObject({ state: 'paid', amount: TOTAL });
  });

  test('asked for again, one after the other or at once, is the same one', async () => {
    const { externalId } = await aPaidInvoice();
    const request = refundOf(externalId, 100_000);
    const [first, second] = await Promise.all([gateway.refund(request), gateway.refund(request)]);
    expect(second).toEqual(first);
    expect(await gateway.refund(request)).toEqual(first);
    // 86 800 are left only if 100 000 went once.
    await gateway.refund(refundOf(externalId, 86_800));
  });

  test('whose answer was lost is found again, not made twice', async () => {
    const { externalId } = await aPaidInvoice();
    const request = refundOf(externalId, 100_000);
    await expect(lostAnswer(() => gateway.refund(request))).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
    expect(await gateway.refund(request)).toMatchObject({ state: 'succeeded' });
    await gateway.refund(refundOf(externalId, 86_800));
  });

  test.each([
    ['later', 'succeeded', null],
    ['fails-later', 'failed', 'refused_by_bank'],
  ] as const)('that ends %s is pending, then %s', async (refund, state, failureCode) => {
    const { externalId } = await aPaidInvoice();
    sandbox.faults.change({ refund, laterMs: 60 });
    const { externalId: refundId, state: first } = await gateway.refund(refundOf(externalId, 1));
    expect(first).toBe('pending');
    expect((await gateway.readRefund(refundId)).state).toBe('pending');
    await sandbox.settled();
    expect(await gateway.readRefund(refundId)).toMatchObject({ state, failureCode });
    expect((await gateway.readCheckout(externalId)).amount).toEqual(TOTAL);
  });

  test('of more than is left, or of what was never paid, is refused for good', async () => {
    const { externalId } = await aPaidInvoice();
    await expect(gateway.refund(refundOf(externalId, 186_801))).rejects.toEqual(
      failure('refund.failed'),
    );
    await gateway.refund(refundOf(externalId, 186_800));
    await expect(gateway.refund(refundOf(externalId, 1))).rejects.toMatchObject({
      code: 'refund.failed',
      params: { reason: 'CANCEL_NOT_AVAILABLE' },
    });
    const open = await gateway.createCheckout(aRequest());
    await expect(gateway.refund(refundOf(open.externalId, 1))).rejects.toEqual(
      failure('refund.failed'),
    );
  });

  test('that the bank cannot take now is not refused', async () => {
    const { externalId } = await aPaidInvoice();
    sandbox.faults.change({ monobankBusyCount: 1 });
    await expect(gateway.refund(refundOf(externalId, 1))).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
  });
});

describe('the statement', () => {
  test('lists what was taken and given back in a time, with our names', async () => {
    const from = new Date(Math.floor(Date.now() / 1000) * 1000);
    const paid = await aPaidInvoice();
    await gateway.createCheckout(aRequest());
    const refund = await gateway.refund(refundOf(paid.externalId, 6800, 'ref_listed'));
    const entries = await entriesOf(from, new Date(Date.now() + 2000));
    const own = entries.filter(({ paymentId }) => paymentId === paid.request.paymentId);
    expect(own).toEqual([
      {
        kind: 'payment',
        externalId: paid.externalId,
        paymentId: paid.request.paymentId,
        refundId: null,
        amount: TOTAL,
        at: expect.any(Date),
      },
      {
        kind: 'refund',
        externalId: refund.externalId,
        paymentId: paid.request.paymentId,
        refundId: 'ref_listed',
        amount: money(6800, 'UAH'),
        at: expect.any(Date),
      },
    ]);
    expect(await entriesOf(new Date(Date.now() - 86_400_000), from)).not.toContainEqual(
      expect.objectContaining({ paymentId: paid.request.paymentId }),
    );
  });

  test('is asked for in parts that the bank takes, each payment once', async () => {
    const { externalId } = await aPaidInvoice();
    const year = await entriesOf(
      new Date(Date.now() - 365 * 86_400_000),
      new Date(Date.now() + 5000),
    );
    expect(year.filter((entry) => entry.externalId === externalId)).toHaveLength(1);
  });
});

describe('a webhook', () => {
  test('comes for each change, signed over its exact bytes', async () => {
    const { externalId, redirectUrl } = await gateway.createCheckout(aRequest());
    await press(redirectUrl, { outcome: 'decline' });
    await press(redirectUrl);
    await gateway.refund(refundOf(externalId, 186_800, 'ref_1'));
    await sandbox.settled();
    const statuses = calls.map(({ body }) => statusOf(body));
    expect(statuses).toEqual([
      'created',
      'failure',
      'processing',
      'success',
      'success',
      'reversed',
    ]);
    const events = await Promise.all(
      calls.map(({ body, sign }) => gateway.verifyEvent(body, sign)),
    );
    expect(new Set(events.map((event) => event.externalId)).size).toBe(6);
    expect(events[3]).toMatchObject({ type: 'success', checkoutId: externalId, refundId: null });
    expect(events[5]).toMatchObject({
      checkoutId: null,
      refundId: `${externalId}:ref_1`,
      externalPaymentId: externalId,
    });
  });

  test('with one byte changed, without a signature or with another one is refused', async () => {
    const [call] = await webhooksOf(() => gateway.createCheckout(aRequest()));
    const { body = '', sign = null } = call ?? {};
    await expect(gateway.verifyEvent(body, sign)).resolves.toBeDefined();
    for (const [forgedBody, forgedSign] of [
      [body.replace('created', 'success'), sign],
      [`${body} `, sign],
      [body, null],
      [body, ''],
      [body, 'MEUCIQC/mVKhi8FKoayul2Mim3E2oaIOCNJk5dEXxTqbkeJSOQ=='],
    ] as const) {
      await expect(gateway.verifyEvent(forgedBody, forgedSign)).rejects.toEqual(
        failure('webhook.bad_signature'),
      );
    }
  });

  test('signed with a new key is accepted after asking for it', async () => {
    const fresh = gatewayFor({});
    const [before] = await webhooksOf(() => gateway.createCheckout(aRequest()));
    await fresh.verifyEvent(before?.body ?? '', before?.sign ?? null);
    sandbox.faults.change({ monobankKeyChangeCount: 1 });
    const [after] = await webhooksOf(() => gateway.createCheckout(aRequest()));
    await expect(fresh.verifyEvent(after?.body ?? '', after?.sign ?? null)).resolves.toMatchObject({
      type: 'created',
    });
  });

  test('that cannot be checked because the key cannot be had is not taken for forged', async () => {
    const [call] = await webhooksOf(() => gateway.createCheckout(aRequest()));
    const fresh = gatewayFor({});
    sandbox.faults.change({ errorCount: 1 });
    await expect(fresh.verifyEvent(call?.body ?? '', call?.sign ?? null)).rejects.toEqual(
      failure('payment.provider_unavailable'),
    );
  });

  test('is sent again until it is answered with exactly 200, three times at most', async () => {
    answers.push(500, 204, 200);
    const taken = await webhooksOf(() => gateway.createCheckout(aRequest()));
    expect(taken).toHaveLength(3);
    answers.push(500, 500, 500);
    const given = await webhooksOf(() => gateway.createCheckout(aRequest()));
    expect(given).toHaveLength(3);
    expect(new Set(given.map(({ body }) => body)).size).toBe(1);
  });

  test('comes twice, turned round and with a lie before it when told so', async () => {
    const { redirectUrl } = await gateway.createCheckout(aRequest());
    await sandbox.settled();
    sandbox.faults.change({ webhookCopies: 2, webhookReorder: true, webhookForged: true });
    const sent = await webhooksOf(() => press(redirectUrl));
    const fresh = gatewayFor({});
    const seen = await Promise.all(
      sent.map(({ body, sign }) =>
        fresh.verifyEvent(body, sign).then(
          ({ type }) => type,
          () => 'refused',
        ),
      ),
    );
    expect(seen).toEqual(['refused', 'success', 'success', 'refused', 'processing', 'processing']);
  });

  test('is not asked for where nobody can be reached', async () => {
    const quiet = gatewayFor({ webhookUrl: null });
    expect(await webhooksOf(() => quiet.createCheckout(aRequest()))).toEqual([]);
  });
});

/** What came while something was done. */
async function webhooksOf(run: () => Promise<unknown>) {
  await sandbox.settled();
  calls.length = 0;
  await run();
  await sandbox.settled();
  return [...calls];
}

/** The call that changes something is carried out, its answer never comes; the reading before it goes well. */
async function lostAnswer(run: () => Promise<unknown>): Promise<unknown> {
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (...parts: Parameters<typeof fetch>) => {
    if (parts[1]?.method === 'POST') sandbox.faults.change({ dropCount: 1 });
    return realFetch(...parts);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = realFetch;
  }
}
