import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { SANDBOX_FAL_USER_ID } from '../keys';
import { type FalDelivery, type FalRequest, type FalWorld, findRequest } from './world';

/** The real service tries ten times over two hours; here nobody waits for hours. */
const RETRY_DELAYS_MS = [500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 120_000];
const ANSWER_TIMEOUT_MS = 15_000;
/** How long an event waits for a later one that is to overtake it. */
const REORDER_HOLD_MS = 400;

/** Makes the key that webhooks are signed with, once. */
export async function prepareKey(world: FalWorld): Promise<void> {
  if (world.file.value.key) return;
  const { x, d } = newKey();
  world.file.value.key = { kid: randomUUID(), x: String(x), d: String(d) };
  await world.file.save();
}

/** GET .well-known/jwks.json */
export function publicKeys(world: FalWorld): object {
  const { key } = world.file.value;
  return { keys: key ? [{ kty: 'OKP', crv: 'Ed25519', x: key.x, kid: key.kid }] : [] };
}

/** Plans the sending for a request that has ended, as the faults say. */
export function planWebhook(world: FalWorld, request: FalRequest): void {
  if (request.webhookUrl === null) return;
  const { current } = world.faults;
  if (world.faults.chance('webhookLossRate')) return;
  const { deliveries } = world.file.value;
  const holdMs = current.webhookReorder ? REORDER_HOLD_MS : 0;
  const atMs = Date.now() + current.webhookDelayMs + holdMs;
  const delivery: FalDelivery = { requestId: request.id, atMs, attempt: 0, isForged: false };
  if (current.webhookForged) deliveries.push({ ...delivery, isForged: true });
  for (let copy = 0; copy < current.webhookCopies; copy += 1) deliveries.push({ ...delivery });
}

/** Sends what is due, one after the other, so that the order on the wire is the planned one. */
export async function deliverDueWebhooks(world: FalWorld): Promise<void> {
  const { deliveries } = world.file.value;
  while (!world.stopping.aborted) {
    const isDue = ({ atMs }: FalDelivery) => atMs <= Date.now();
    const delivery = world.faults.current.webhookReorder
      ? deliveries.findLast(isDue)
      : deliveries.find(isDue);
    if (!delivery) return;
    await deliver(world, delivery);
    world.isChanged = true;
  }
}

async function deliver(world: FalWorld, delivery: FalDelivery): Promise<void> {
  const { deliveries } = world.file.value;
  const request = findRequest(world, delivery.requestId);
  const isTaken = request?.answer ? await post(world, request, delivery.isForged) : true;
  const waitMs = RETRY_DELAYS_MS[delivery.attempt];
  if (isTaken || delivery.isForged || waitMs === undefined) {
    deliveries.splice(deliveries.indexOf(delivery), 1);
    return;
  }
  delivery.attempt += 1;
  delivery.atMs = Date.now() + waitMs;
}

async function post(world: FalWorld, request: FalRequest, isForged: boolean): Promise<boolean> {
  if (request.webhookUrl === null) return true;
  const body = JSON.stringify(isForged ? forgedBody(request) : bodyOf(request));
  try {
    const answer = await fetch(request.webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'fal-webhooks/1.0',
        ...signatureHeaders(world, request.id, body, isForged),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([world.stopping, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    // Nobody listens, or the answer did not come in time: tried again later.
    return false;
  }
}

function bodyOf(request: FalRequest): object {
  const status = request.answer?.status ?? 500;
  const isFine = status < 300;
  return {
    request_id: request.id,
    gateway_request_id: request.gatewayId,
    status: isFine ? 'OK' : 'ERROR',
    payload: request.answer?.body ?? null,
    error: isFine ? null : `Invalid status code: ${status}`,
  };
}

/** The opposite of what is true, as somebody would send it who wants our side to believe it. */
function forgedBody(request: FalRequest): object {
  const isFine = (request.answer?.status ?? 500) < 300;
  return {
    request_id: request.id,
    gateway_request_id: randomUUID(),
    status: isFine ? 'ERROR' : 'OK',
    payload: isFine ? { detail: 'forged' } : { images: [] },
    error: isFine ? 'Invalid status code: 500' : null,
  };
}

function signatureHeaders(
  world: FalWorld,
  requestId: string,
  body: string,
  isForged: boolean,
): Record<string, string> {
  const { key } = world.file.value;
  const jwk: JsonWebKey =
    isForged || !key ? newKey() : { kty: 'OKP', crv: 'Ed25519', x: key.x, d: key.d };
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHash('sha256').update(body).digest('hex');
  const message = [requestId, SANDBOX_FAL_USER_ID, timestamp, digest].join('\n');
  const signature = sign(
    null,
    Buffer.from(message),
    createPrivateKey({ key: jwk, format: 'jwk' }),
  ).toString('hex');
  return {
    'x-fal-webhook-request-id': requestId,
    'x-fal-webhook-user-id': SANDBOX_FAL_USER_ID,
    'x-fal-webhook-timestamp': timestamp,
    'x-fal-webhook-signature': signature,
  };
}

function newKey(): JsonWebKey {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
}
