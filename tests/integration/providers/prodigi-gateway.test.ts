import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PrintRequest } from '@/lib/providers/ports/print-house';
import { ProdigiGateway } from '@/lib/providers/prodigi/prodigi-gateway';
import { SANDBOX_PRODIGI_KEY } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';

let dataDir: string;
let sandbox: Sandbox;
let gateway: ProdigiGateway;
let filesUrl: string;
/** What the callback address received. */
const events: { type: string; subject: string; id: string }[] = [];
const edge = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.url === '/callback') events.push(JSON.parse(Buffer.concat(chunks).toString()));
  if (request.url === '/gone.pdf') response.writeHead(404);
  response.end('%PDF-1.6 calendar');
});

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'prodigi-'));
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
  filesUrl = `http://127.0.0.1:${(edge.address() as AddressInfo).port}`;
  const appUrl = 'http://127.0.0.1:3000';
  sandbox = await startSandbox({ port: 0, smtpPort: 0, appUrl, dataDir, webhookUrl: null });
  gateway = gatewayWith(SANDBOX_PRODIGI_KEY);
});
beforeEach(() => {
  sandbox.faults.reset();
  sandbox.faults.change({ prodigiStepMs: 0 });
  events.length = 0;
});
afterAll(async () => {
  await sandbox.close();
  await new Promise((resolve) => edge.close(resolve));
  await rm(dataDir, { recursive: true, force: true });
});

const gatewayWith = (apiKey: string) =>
  new ProdigiGateway({ apiKey, baseUrl: `${sandbox.url}/prodigi/v4.0` });

function aRequest(parts: Partial<PrintRequest> = {}): PrintRequest {
  return {
    reference: 'P-26-001001',
    idempotencyKey: crypto.randomUUID(),
    recipient: {
      name: 'Jo Doe',
      email: null,
      phone: '+4930123456',
      line1: 'Street 1',
      line2: '',
      city: 'Berlin',
      region: '',
      postalCode: '10115',
      country: 'DE',
    },
    shippingMethod: 'Standard',
    items: [
      {
        reference: 'oit_1',
        sku: 'CAL-A3-P',
        copies: 2,
        fileUrl: `${filesUrl}/print.pdf`,
        pageCount: 13,
      },
    ],
    callbackUrl: `${filesUrl}/callback`,
    ...parts,
  };
}

const press = (externalId: string, button: string) =>
  fetch(`${sandbox.url}/prodigi/orders/${externalId}`, {
    method: 'POST',
    body: new URLSearchParams({ press: button }),
    redirect: 'manual',
  });

describe('a print house with an interface', () => {
  it('takes an order through its steps, with cost and tracking, and tells each change', async () => {
    const { externalId, state } = await gateway.submit(aRequest());
    expect(state).toBe('accepted');
    const states: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await press(externalId, 'next');
      states.push((await gateway.read(externalId)).state);
    }
    expect(states).toEqual(['accepted', 'accepted', 'printing', 'done']);
    const done = await gateway.read(externalId);
    expect(done.cost).toEqual({ amountMinor: 2 * 1450 + 495, currency: 'EUR' });
    expect(done.shipments).toEqual([
      expect.objectContaining({
        carrier: 'DPD',
        trackingNumber: expect.stringMatching(/^PR\d+DE$/),
      }),
    ]);
    expect(events.map(({ subject }) => subject)).toEqual(Array(4).fill(externalId));
    expect(events.at(-1)?.type).toBe('com.prodigi.order.status.stage.changed#Complete');
  });

  it('has an order once, however often it is sent with the same key', async () => {
    const request = aRequest();
    const [first, second] = [await gateway.submit(request), await gateway.submit(request)];
    expect(second.externalId).toBe(first.externalId);
  });

  it('has it once also when its answer got lost', async () => {
    sandbox.faults.change({ prodigiDropCount: 1 });
    const request = aRequest({ reference: 'P-26-009009' });
    await expect(gateway.submit(request)).rejects.toMatchObject({
      code: 'print_house.unavailable',
    });
    await gateway.submit(request);
    const { orders } = await (await fetch(`${sandbox.url}/prodigi.json`)).json();
    const mine = orders.filter(
      (order: { merchantReference: string }) => order.merchantReference === 'P-26-009009',
    );
    expect(mine).toHaveLength(1);
  });

  it('refuses what it cannot make with its reason, for good', async () => {
    const [item] = aRequest().items;
    if (!item) throw new Error('the request has an item');
    const request = aRequest({ items: [{ ...item, sku: 'no such thing' }] });
    await expect(gateway.submit(request)).rejects.toMatchObject({
      code: 'print_job.refused',
      params: { reason: 'ValidationFailed: items[0].sku SkuNotFound' },
    });
  });

  it('is unavailable, and nothing is decided, while it fails or the key is wrong', async () => {
    sandbox.faults.change({ prodigiErrorCount: 1 });
    const unavailable = { code: 'print_house.unavailable' };
    await expect(gateway.submit(aRequest())).rejects.toMatchObject(unavailable);
    await expect(gatewayWith('wrong').submit(aRequest())).rejects.toMatchObject(unavailable);
    await expect(gatewayWith('wrong').read('ord_1')).rejects.toMatchObject(unavailable);
  });

  it('stops with a reason when it cannot fetch a file', async () => {
    const [item] = aRequest().items;
    if (!item) throw new Error('the request has an item');
    const items = [{ ...item, fileUrl: `${filesUrl}/gone.pdf` }];
    const { externalId } = await gateway.submit(aRequest({ items }));
    await press(externalId, 'next');
    expect(await gateway.read(externalId)).toMatchObject({
      state: 'refused',
      reason: 'Download failed with 404.',
    });
  });

  it('can be stopped until it prints, and prints on afterwards', async () => {
    const early = await gateway.submit(aRequest());
    expect((await gateway.cancel(early.externalId)).state).toBe('cancelled');
    const late = await gateway.submit(aRequest());
    for (let step = 0; step < 3; step += 1) await press(late.externalId, 'next');
    expect((await gateway.cancel(late.externalId)).state).toBe('printing');
  });

  it('does not know foreign orders', async () => {
    await expect(gateway.read('ord_1')).rejects.toMatchObject({ code: 'print_job.not_found' });
  });
});
