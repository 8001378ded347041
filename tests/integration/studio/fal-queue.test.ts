import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import type { ModelState, VerifiedModelEvent } from '@/lib/providers/ports/model-queue';
import { SANDBOX_FAL_KEY, SANDBOX_FAL_USER_ID } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { until } from '../../support/worker-process';

const ENDPOINT = 'fal-ai/flux-lora';
const INPUT = { prompt: 'a fox in the snow', loras: [], image_size: { width: 512, height: 512 } };

let folder: string;
let sandbox: Sandbox;
let queue: FalQueue;
let events: VerifiedModelEvent[] = [];
let refused = 0;

/** Our webhook: the raw bytes and the headers go to the adapter as the route hands them over. */
const edge = createServer(async (request, response) => {
  const raw = await buffer(request);
  const headers = new Headers(request.headers as Record<string, string>);
  try {
    events.push(await queue.verifyEvent(raw, headers));
    response.writeHead(200).end();
  } catch {
    refused += 1;
    response.writeHead(400).end();
  }
});
const webhookUrl = () =>
  `http://127.0.0.1:${(edge.address() as AddressInfo).port}/api/webhooks/fal?request=mrq_1`;

beforeAll(async () => {
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-fal-'));
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: folder,
    webhookUrl: null,
    faults: { falSpeed: 0, falPictures: 'plain' },
  });
  queue = aQueue();
});
afterEach(async () => {
  sandbox.faults.reset();
  await sandbox.settled();
  events = [];
  refused = 0;
});
afterAll(async () => {
  await sandbox.close();
  edge.closeAllConnections();
  await new Promise((resolve) => edge.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

function aQueue(key = SANDBOX_FAL_KEY): FalQueue {
  return new FalQueue({
    key,
    userId: SANDBOX_FAL_USER_ID,
    queueUrl: `${sandbox.url}/fal/queue`,
    restUrl: `${sandbox.url}/fal/rest`,
    apiUrl: `${sandbox.url}/fal/api/v1`,
    isLocal: true,
  });
}

async function submitted(input: Record<string, unknown> = INPUT, endpoint = ENDPOINT) {
  const submission = await queue.submit({ endpoint, input, webhookUrl: webhookUrl() });
  if (submission.outcome !== 'taken') throw new Error(JSON.stringify(submission));
  return submission.requestId;
}

async function ended(requestId: string, endpoint = ENDPOINT): Promise<ModelState> {
  return until('the request ends', async () => {
    const state = await queue.state(endpoint, requestId);
    return state.state === 'ended' && state;
  });
}

test('a request goes from hand-over to a file of a picture, and reports itself', async () => {
  const requestId = await submitted();
  await ended(requestId);
  const result = await queue.result(ENDPOINT, requestId);
  expect(result).toMatchObject({ ok: true, output: { prompt: INPUT.prompt } });
  const { images } = (result as { output: { images: { url: string }[] } }).output;
  const bytes = await buffer(await queue.download(String(images[0]?.url), 5_000_000));
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  await sandbox.settled();
  expect(events).toEqual([{ requestId, status: 'OK' }]);
});

test('one that waits says how many are before it, and may be taken back', async () => {
  sandbox.faults.change({ falSpeed: 100 });
  const first = await submitted();
  const second = await submitted();
  expect(await queue.state(ENDPOINT, first)).toEqual({ state: 'queued', queuePosition: 0 });
  expect(await queue.state(ENDPOINT, second)).toEqual({ state: 'queued', queuePosition: 1 });
  expect(await queue.cancel(ENDPOINT, second)).toBe('asked');
  expect(await queue.state(ENDPOINT, second)).toEqual({ state: 'gone' });
  expect(await queue.cancel(ENDPOINT, second)).toBe('gone');
  sandbox.faults.change({ falSpeed: 0 });
  await ended(first);
  expect(await queue.cancel(ENDPOINT, first)).toBe('ended');
});

test('one that runs says so', async () => {
  sandbox.faults.change({ falStuckCount: 1 });
  const requestId = await submitted();
  await until('it runs', async () => {
    const { state } = await queue.state(ENDPOINT, requestId);
    return state === 'running';
  });
});

test('a failure comes as the model wrote it, by result and by event', async () => {
  sandbox.faults.change({ falBlockedCount: 1 });
  const requestId = await submitted();
  await ended(requestId);
  expect(await queue.result(ENDPOINT, requestId)).toMatchObject({
    ok: false,
    failure: { kind: 'blocked', type: 'content_policy_violation' },
  });
  await sandbox.settled();
  expect(events).toEqual([{ requestId, status: 'ERROR' }]);
});

test('what the model cannot use is told apart from what we asked wrongly', async () => {
  const steps = { ...INPUT, num_inference_steps: 'many' };
  const wrong = await submitted(steps);
  await ended(wrong);
  expect(await queue.result(ENDPOINT, wrong)).toMatchObject({
    ok: false,
    failure: { kind: 'ours' },
  });
  const body = Buffer.from('this is no archive');
  const address = await queue.upload({
    body,
    contentType: 'application/zip',
    fileName: 'photos.zip',
  });
  const trainer = 'fal-ai/flux-lora-fast-training';
  const training = await submitted({ images_data_url: address }, trainer);
  await ended(training, trainer);
  expect(await queue.result(trainer, training)).toMatchObject({
    ok: false,
    failure: { kind: 'input', type: 'invalid_archive' },
  });
});

test('what is brought there is found there', async () => {
  const body = Buffer.from('some bytes');
  const file = { body, contentType: 'application/octet-stream', fileName: 'weights.safetensors' };
  const url = await queue.upload(file);
  expect(await buffer(await queue.download(url, 100))).toEqual(body);
});

test('what is erased is gone, and may be erased again', async () => {
  const requestId = await submitted();
  await ended(requestId);
  const result = await queue.result(ENDPOINT, requestId);
  const { images } = (result as { output: { images: { url: string }[] } }).output;
  await queue.erase(ENDPOINT, requestId);
  await queue.erase(ENDPOINT, requestId);
  const gone = { ok: false, failure: { kind: 'temporary', type: 'result_gone' } };
  expect(await queue.result(ENDPOINT, requestId)).toMatchObject(gone);
  await expect(queue.download(String(images[0]?.url), 5_000_000)).rejects.toMatchObject({
    code: 'model.failed',
  });
});

test('a wrong key hands nothing over', async () => {
  const submission = await aQueue('wrong:key').submit({
    endpoint: ENDPOINT,
    input: INPUT,
    webhookUrl: webhookUrl(),
  });
  expect(submission).toMatchObject({ outcome: 'refused', failure: { kind: 'account' } });
});

test('an endpoint that nobody has is refused as our mistake', async () => {
  const wish = { endpoint: 'fal-ai/nothing', input: INPUT, webhookUrl: webhookUrl() };
  expect(await queue.submit(wish)).toMatchObject({
    outcome: 'refused',
    failure: { kind: 'ours' },
  });
});

test('a forged event is refused, the real one beside it is believed', async () => {
  sandbox.faults.change({ webhookForged: true });
  const requestId = await submitted();
  await ended(requestId);
  await sandbox.settled();
  expect(refused).toBeGreaterThan(0);
  expect(events).toEqual([{ requestId, status: 'OK' }]);
});
