import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TinyServer } from './fal-server';

let server: TinyServer;
const pair = () => generateKeyPairSync('ed25519');
const ours = pair();
const newer = pair();

const jwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid });
const body = (parts: object = {}) =>
  Buffer.from(
    JSON.stringify({
      request_id: 'req-1',
      gateway_request_id: 'req-1',
      status: 'OK',
      error: null,
      payload: { images: [] },
      ...parts,
    }),
  );

type Call = { requestId?: string; userId?: string; at?: number; key?: KeyObject };

function signed(raw: Buffer, call: Call = {}): Headers {
  const { requestId = 'req-1', userId = 'user-1', at = Date.now() / 1000 } = call;
  const timestamp = String(Math.floor(at));
  const digest = createHash('sha256').update(raw).digest('hex');
  const message = Buffer.from([requestId, userId, timestamp, digest].join('\n'));
  return new Headers({
    'X-Fal-Webhook-Request-Id': requestId,
    'X-Fal-Webhook-User-Id': userId,
    'X-Fal-Webhook-Timestamp': timestamp,
    'X-Fal-Webhook-Signature': sign(null, message, call.key ?? ours.privateKey).toString('hex'),
  });
}

beforeEach(async () => {
  server = await TinyServer.start();
  server.says(200, { keys: [{ kty: 'RSA', x: 'n' }, jwk(ours.publicKey, 'a')] });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

const REFUSED = { code: 'webhook.bad_signature' };

test('a signed event is believed, and the keys are fetched once', async () => {
  const queue = server.queue();
  const raw = body();
  expect(await queue.verifyEvent(raw, signed(raw))).toEqual({ requestId: 'req-1', status: 'OK' });
  const failed = body({ status: 'ERROR', error: 'Invalid status code: 422' });
  expect(await queue.verifyEvent(failed, signed(failed))).toMatchObject({ status: 'ERROR' });
  expect(server.seen.map(({ url }) => url)).toEqual(['/rest/.well-known/jwks.json']);
});

test('one changed byte, another clock or another customer is refused', async () => {
  const queue = server.queue();
  const raw = body();
  const headers = signed(raw);
  const bent = Buffer.from(raw);
  bent[bent.length - 2] = 0x20;
  await expect(queue.verifyEvent(bent, headers)).rejects.toMatchObject(REFUSED);
  const now = Date.now() / 1000;
  for (const at of [now - 302, now + 302]) {
    await expect(queue.verifyEvent(raw, signed(raw, { at }))).rejects.toMatchObject(REFUSED);
  }
  const foreign = signed(raw, { userId: 'user-2' });
  await expect(queue.verifyEvent(raw, foreign)).rejects.toMatchObject(REFUSED);
});

test('headers that are missing or no signature at all are refused without asking anybody', async () => {
  const raw = body();
  for (const name of ['request-id', 'user-id', 'timestamp', 'signature']) {
    const headers = signed(raw);
    headers.delete(`x-fal-webhook-${name}`);
    await expect(server.queue().verifyEvent(raw, headers)).rejects.toMatchObject(REFUSED);
  }
  expect(server.seen).toEqual([]);
});

test('a signed body about another request than its header is refused', async () => {
  const raw = body();
  const headers = signed(raw, { requestId: 'req-2' });
  await expect(server.queue().verifyEvent(raw, headers)).rejects.toMatchObject(REFUSED);
});

test('after a repetition inside the provider the request keeps its first id', async () => {
  const raw = body({ gateway_request_id: 'req-9' });
  const headers = signed(raw, { requestId: 'req-9' });
  expect(await server.queue().verifyEvent(raw, headers)).toMatchObject({ requestId: 'req-1' });
});

test('a new key is fetched when it is first seen; forgeries do not make us fetch all the time', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const queue = server.queue();
  const first = body();
  await queue.verifyEvent(first, signed(first));
  const keys = [jwk(ours.publicKey, 'a'), jwk(newer.publicKey, 'b')];
  server.says(200, { keys });
  const raw = body();
  const byNewer = () => queue.verifyEvent(raw, signed(raw, { key: newer.privateKey }));
  await expect(byNewer()).rejects.toMatchObject(REFUSED);
  expect(server.seen).toHaveLength(1);
  vi.setSystemTime(Date.now() + 61_000);
  expect(await byNewer()).toMatchObject({ requestId: 'req-1' });
  const forger = pair();
  for (let i = 0; i < 5; i += 1) {
    const forged = queue.verifyEvent(raw, signed(raw, { key: forger.privateKey }));
    await expect(forged).rejects.toMatchObject(REFUSED);
  }
  expect(server.seen).toHaveLength(2);
});

test('a key that was withdrawn counts for a day at most', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const queue = server.queue();
  const first = body();
  await queue.verifyEvent(first, signed(first));
  server.says(200, { keys: [jwk(newer.publicKey, 'b')] });
  vi.setSystemTime(Date.now() + 24 * 3_600_000 + 1000);
  const raw = body();
  await expect(queue.verifyEvent(raw, signed(raw))).rejects.toMatchObject(REFUSED);
});

test('without their keys nothing is believed, and the sender is asked to come again', async () => {
  server.says(500, '');
  const raw = body();
  const verified = server.queue().verifyEvent(raw, signed(raw));
  await expect(verified).rejects.toMatchObject({ code: 'model.unavailable' });
});

test('a body that is not an event is refused, though signed', async () => {
  for (const raw of [Buffer.from('{'), body({ status: 'MAYBE' }), body({ request_id: '' })]) {
    const headers = signed(raw, { requestId: 'req-1' });
    await expect(server.queue().verifyEvent(raw, headers)).rejects.toMatchObject(REFUSED);
  }
});
