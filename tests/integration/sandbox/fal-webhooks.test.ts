import { expect, test } from 'vitest';
import { type Submitted, useFal } from './fal-client';

const FLUX = 'fal-ai/flux-lora';
const WISH = { prompt: 'a lake in July', seed: 7, image_size: { width: 128, height: 128 } };

const fal = useFal();
const statuses = () => fal.app.received.map(({ body, isGenuine }) => [body.status, isGenuine]);

test('a webhook tells the result once, signed with a published key', async () => {
  const { request_id } = await fal.submitWithWebhook(FLUX, WISH);
  await fal.sandbox.settled();
  const { body: payload } = await fal.result(FLUX, request_id);
  expect(fal.app.received).toMatchObject([
    {
      isGenuine: true,
      requestId: request_id,
      body: { request_id, status: 'OK', error: null, payload },
    },
  ]);
  expect(fal.app.received[0]?.body.gateway_request_id).toEqual(expect.any(String));
});

test('a failure is told with its status and the words of the model', async () => {
  const { request_id } = await fal.submitWithWebhook(FLUX, {});
  await fal.sandbox.settled();
  expect(fal.app.received).toMatchObject([
    {
      isGenuine: true,
      body: {
        request_id,
        status: 'ERROR',
        error: 'Invalid status code: 422',
        payload: { detail: [{ loc: ['body', 'prompt'], type: 'missing' }] },
      },
    },
  ]);
});

test('what was not taken comes again until it is, the same each time', async () => {
  fal.app.answers.push(500, 302);
  await fal.submitWithWebhook(FLUX, WISH);
  await fal.sandbox.settled();
  expect(fal.app.received.map(({ statusThen }) => statusThen)).toEqual([500, 302, 200]);
  expect(new Set(fal.app.received.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('duplicates, late and lost ones come as told', async () => {
  fal.sandbox.faults.change({ webhookCopies: 3 });
  await fal.submitWithWebhook(FLUX, WISH);
  await fal.sandbox.settled();
  expect(statuses()).toEqual([
    ['OK', true],
    ['OK', true],
    ['OK', true],
  ]);
  fal.sandbox.faults.change({ webhookCopies: 1, webhookDelayMs: 1000 });
  const { request_id } = await fal.submitWithWebhook(FLUX, WISH);
  await expect
    .poll(async () => (await fal.result(FLUX, request_id)).status, { timeout: 10_000 })
    .toBe(200);
  expect(fal.app.received).toHaveLength(3);
  await fal.sandbox.settled();
  expect(fal.app.received).toHaveLength(4);
  fal.sandbox.faults.change({ webhookDelayMs: 0, webhookLossRate: 1 });
  await fal.submitWithWebhook(FLUX, WISH);
  await fal.sandbox.settled();
  expect(fal.app.received).toHaveLength(4);
});

test('later ones overtake earlier ones when told so', async () => {
  fal.sandbox.faults.change({ webhookReorder: true });
  const taken: Submitted[] = [];
  for (let seed = 1; seed <= 3; seed += 1) {
    taken.push(await fal.submitWithWebhook(FLUX, { ...WISH, seed }));
  }
  await fal.sandbox.settled();
  const order = fal.app.received.map(({ requestId }) =>
    taken.findIndex(({ request_id }) => request_id === requestId),
  );
  expect([...order].sort()).toEqual([0, 1, 2]);
  expect(order).not.toEqual([0, 1, 2]);
});

test('a forged one says the opposite and does not pass the signature; the true one follows', async () => {
  fal.sandbox.faults.change({ webhookForged: true });
  await fal.submitWithWebhook(FLUX, WISH);
  await fal.sandbox.settled();
  expect(statuses()).toEqual([
    ['ERROR', false],
    ['OK', true],
  ]);
});

test('the answer to a request may come after its webhook', async () => {
  fal.sandbox.faults.change({ falSubmitLateCount: 1 });
  const { request_id } = await fal.submitWithWebhook(FLUX, WISH);
  expect(fal.app.received).toMatchObject([{ requestId: request_id, statusThen: 200 }]);
});

test('nothing is sent for a request that was let go, nor without an address', async () => {
  fal.sandbox.faults.change({ falSpeed: 100 });
  const { request_id } = await fal.submitWithWebhook(FLUX, WISH);
  await fal.cancel(FLUX, request_id);
  fal.sandbox.faults.change({ falSpeed: 0 });
  await fal.paint(FLUX, WISH);
  expect(fal.app.received).toEqual([]);
});
