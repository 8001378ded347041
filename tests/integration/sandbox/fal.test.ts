import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAL_KEY_HEADER, type Painted, useFal } from './fal-client';

const FLUX = 'fal-ai/flux-lora';
const WISH = { prompt: 'a lake in July', seed: 7, image_size: { width: 256, height: 320 } };

/** A machine that is busy with other tests is no fault of the sandbox. */
const PATIENCE = { timeout: 10_000 };

const fal = useFal();

const untilRunning = (id: string) =>
  expect
    .poll(async () => (await fal.status(FLUX, id)).body, PATIENCE)
    .toMatchObject({ status: 'IN_PROGRESS' });

describe('the queue', () => {
  test('takes a request, says where it stands, and hands out what was made', async () => {
    fal.sandbox.faults.change({ falSpeed: 1 });
    const taken = await fal.submit('fal-ai/flux/dev', WISH);
    const home = `${fal.sandbox.url}/fal/queue/fal-ai/flux/requests/${taken.request_id}`;
    expect(taken).toMatchObject({
      status: 'IN_QUEUE',
      queue_position: 0,
      response_url: home,
      status_url: `${home}/status`,
      cancel_url: `${home}/cancel`,
    });
    const early = await fal.call('GET', `queue/fal-ai/flux/requests/${taken.request_id}`);
    expect(early).toMatchObject({ status: 400, body: { detail: 'Request is still in progress' } });
    const seen: unknown[] = [];
    await expect
      .poll(async () => {
        const { status, body } = await fal.status('fal-ai/flux/dev', taken.request_id);
        const line = `${status} ${(body as { status: string }).status}`;
        if (seen.at(-1) !== line) seen.push(line);
        return status;
      }, PATIENCE)
      .toBe(200);
    expect(seen).toEqual(['202 IN_QUEUE', '202 IN_PROGRESS', '200 COMPLETED']);
    const result = await fal.result('fal-ai/flux/dev', taken.request_id);
    expect(result.status).toBe(200);
    expect(result.headers.get('x-fal-request-id')).toBe(taken.request_id);
    expect(result.body).toMatchObject({
      images: [{ width: 256, height: 320, content_type: 'image/jpeg' }],
      seed: 7,
      prompt: WISH.prompt,
      has_nsfw_concepts: [false],
    });
  });

  test('runs two at once and tells the others their place', async () => {
    fal.sandbox.faults.change({ falSpeed: 0.7 });
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      ids.push((await fal.submit(FLUX, { ...WISH, seed: count })).request_id);
    }
    const states = async () =>
      (await Promise.all(ids.map((id) => fal.status(FLUX, id)))).map(({ body }) => body);
    await expect
      .poll(states, PATIENCE)
      .toMatchObject([
        { status: 'IN_PROGRESS' },
        { status: 'IN_PROGRESS' },
        { status: 'IN_QUEUE', queue_position: 0 },
        { status: 'IN_QUEUE', queue_position: 1 },
        { status: 'IN_QUEUE', queue_position: 2 },
      ]);
    fal.sandbox.faults.change({ falSpeed: 0 });
    await fal.sandbox.settled();
    for (const id of ids) expect((await fal.result(FLUX, id)).status).toBe(200);
  });

  test('lets go of what waits, lets run what runs, and says when it is too late', async () => {
    fal.sandbox.faults.change({ falSpeed: 100 });
    const waiting = await fal.submit(FLUX, WISH);
    expect(await fal.cancel(FLUX, waiting.request_id)).toMatchObject({
      status: 202,
      body: { status: 'CANCELLATION_REQUESTED' },
    });
    expect((await fal.status(FLUX, waiting.request_id)).status).toBe(404);
    fal.sandbox.faults.change({ falSpeed: 0.7 });
    const running = await fal.submit(FLUX, WISH);
    await untilRunning(running.request_id);
    expect((await fal.cancel(FLUX, running.request_id)).status).toBe(202);
    await fal.sandbox.settled();
    expect((await fal.result(FLUX, running.request_id)).status).toBe(200);
    expect(await fal.cancel(FLUX, running.request_id)).toMatchObject({
      status: 400,
      body: { status: 'ALREADY_COMPLETED' },
    });
    expect(await fal.cancel(FLUX, 'nobody')).toMatchObject({
      status: 404,
      body: { status: 'NOT_FOUND' },
    });
  });

  test('asks for its key everywhere but at files and public keys', async () => {
    const { request_id } = await fal.submit(FLUX, WISH);
    const calls: [string, string, unknown?][] = [
      ['POST', `queue/${FLUX}`, WISH],
      ['GET', `queue/${FLUX}/requests/${request_id}`],
      ['GET', `queue/${FLUX}/requests/${request_id}/status`],
      ['PUT', `queue/${FLUX}/requests/${request_id}/cancel`],
      ['POST', 'rest/storage/upload/initiate', { content_type: 'a/b', file_name: 'c' }],
      ['DELETE', `api/v1/models/requests/${request_id}/payloads`],
    ];
    for (const [method, path, body] of calls) {
      for (const headers of [{}, { authorization: 'Key live:key' }]) {
        expect((await fal.call(method, path, body, headers)).status).toBe(401);
      }
    }
    expect((await fal.call('GET', 'rest/.well-known/jwks.json', undefined, {})).status).toBe(200);
  });

  test('knows only its endpoints, its own ids, and each id under its own app', async () => {
    const { request_id } = await fal.submit(FLUX, WISH);
    for (const endpoint of ['fal-ai/flux-3', 'constructor', '__proto__', 'fal-ai/flux/dev/x']) {
      expect((await fal.call('POST', `queue/${endpoint}`, WISH)).status).toBe(404);
    }
    for (const id of ['nobody', '__proto__', 'constructor']) {
      expect((await fal.status(FLUX, id)).status).toBe(404);
      expect((await fal.result(FLUX, id)).status).toBe(404);
    }
    expect((await fal.status('fal-ai/flux/dev', request_id)).status).toBe(404);
    expect((await fal.call('DELETE', `queue/${FLUX}/requests/${request_id}`)).status).toBe(405);
  });

  test('takes only JSON objects', async () => {
    for (const body of ['[]', '{', '"a"', '']) {
      const answer = await fetch(`${fal.sandbox.url}/fal/queue/${FLUX}`, {
        method: 'POST',
        headers: FAL_KEY_HEADER,
        body,
      });
      expect(answer.status).toBe(422);
    }
    expect(fal.sandbox.falSubmits(FLUX)).toBe(4);
  });

  test('calls nobody but this computer and the app', async () => {
    const webhook = encodeURIComponent('https://example.com/hook');
    expect((await fal.call('POST', `queue/${FLUX}?fal_webhook=${webhook}`, WISH)).status).toBe(422);
  });
});

describe('told to fail', () => {
  test('it refuses the next requests and then takes them again', async () => {
    fal.sandbox.faults.change({ falSubmitErrorCount: 2, falSubmitErrorStatus: 502 });
    expect((await fal.call('POST', `queue/${FLUX}`, WISH)).status).toBe(502);
    expect((await fal.call('POST', `queue/${FLUX}`, WISH)).status).toBe(502);
    expect((await fal.call('POST', `queue/${FLUX}`, WISH)).status).toBe(200);
    expect(fal.sandbox.falSubmits(FLUX)).toBe(3);
    expect(fal.sandbox.falSubmits('fal-ai/aura-sr')).toBe(0);
    expect(fal.sandbox.falSubmits()).toBe(3);
  });

  test.each([
    ['falSubmitDropCount', /fetch failed/],
    ['falSubmitHangCount', /timeout/],
  ])('%s: the request is taken and runs, but nobody hears of it', async (fault, error) => {
    fal.sandbox.faults.change({ [fault]: 1 });
    const webhook = encodeURIComponent(`${fal.app.url}/hook`);
    const lost = fetch(`${fal.sandbox.url}/fal/queue/${FLUX}?fal_webhook=${webhook}`, {
      method: 'POST',
      headers: FAL_KEY_HEADER,
      body: JSON.stringify(WISH),
      signal: AbortSignal.timeout(1000),
    });
    await expect(lost).rejects.toThrow(error);
    await fal.sandbox.settled();
    expect(fal.app.received).toMatchObject([{ body: { status: 'OK' }, isGenuine: true }]);
  });

  test('questions get 500 and a locked key 403', async () => {
    const { request_id } = await fal.submit(FLUX, WISH);
    await fal.sandbox.settled();
    fal.sandbox.faults.change({ falReadErrorCount: 2 });
    expect((await fal.status(FLUX, request_id)).status).toBe(500);
    expect((await fal.result(FLUX, request_id)).status).toBe(500);
    expect((await fal.result(FLUX, request_id)).status).toBe(200);
    fal.sandbox.faults.change({ falLocked: true });
    for (const answer of [
      await fal.call('POST', `queue/${FLUX}`, WISH),
      await fal.result(FLUX, request_id),
    ]) {
      expect(answer).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('Exhausted balance') },
      });
    }
  });

  test('what was made is gone for good', async () => {
    fal.sandbox.faults.change({ falResultGoneCount: 1 });
    const { request_id } = await fal.submit(FLUX, WISH);
    await fal.sandbox.settled();
    expect((await fal.status(FLUX, request_id)).status).toBe(200);
    expect((await fal.result(FLUX, request_id)).status).toBe(404);
    expect((await fal.result(FLUX, request_id)).status).toBe(404);
  });

  test('a stuck request runs for ever while others go on', async () => {
    fal.sandbox.faults.change({ falStuckCount: 1 });
    const stuck = await fal.submit(FLUX, WISH);
    await fal.paint(FLUX, WISH);
    const { body } = await fal.status(FLUX, stuck.request_id);
    expect(body).toMatchObject({ status: 'IN_PROGRESS' });
  });

  test('files fail to download', async () => {
    const { images } = await fal.paint(FLUX, WISH);
    fal.sandbox.faults.change({ falFileErrorCount: 1 });
    expect((await fetch(String(images[0]?.url))).status).toBe(500);
    expect((await fetch(String(images[0]?.url))).status).toBe(200);
  });

  test('a reset brings back the pace and the pictures of the start', async () => {
    fal.sandbox.faults.change({ falSpeed: 3, falLocked: true });
    fal.sandbox.faults.reset();
    expect(fal.sandbox.faults.current).toMatchObject({ falSpeed: 0, falLocked: false });
  });
});

describe('a restart', () => {
  test('goes on with what waited and what ran, under the same ids', async () => {
    fal.sandbox.faults.change({ falSpeed: 1 });
    const ids: string[] = [];
    for (let seed = 1; seed <= 3; seed += 1) {
      ids.push((await fal.submit(FLUX, { ...WISH, seed })).request_id);
    }
    await untilRunning(String(ids[0]));
    await fal.restart();
    await fal.sandbox.settled();
    for (const [index, id] of ids.entries()) {
      const { body } = await fal.result(FLUX, id);
      expect(body).toMatchObject({ seed: index + 1 });
    }
  });

  test('keeps results, files, the signing key and webhooks that were not taken', async () => {
    const painted = await fal.submit(FLUX, WISH);
    await fal.sandbox.settled();
    const keys = await fal.call('GET', 'rest/.well-known/jwks.json');
    fal.app.answers.push(500);
    const { request_id } = await fal.submitWithWebhook(FLUX, WISH);
    await expect.poll(() => fal.app.received.length, PATIENCE).toBe(1);
    await fal.restart();
    expect((await fal.call('GET', 'rest/.well-known/jwks.json')).body).toEqual(keys.body);
    const { images } = (await fal.result(FLUX, painted.request_id)).body as Painted;
    expect((await fetch(String(images[0]?.url))).status).toBe(200);
    await fal.sandbox.settled();
    expect(fal.app.received).toMatchObject([{ requestId: request_id }, { requestId: request_id }]);
  });
});

describe('files', () => {
  test('are handed over by an announced address, once', async () => {
    const announced = await fal.call('POST', 'rest/storage/upload/initiate', {
      content_type: 'application/zip',
      file_name: '../my photos.zip',
    });
    const { upload_url, file_url } = announced.body as { upload_url: string; file_url: string };
    expect((await fetch(file_url)).status).toBe(404);
    const bytes = new Uint8Array(600_000).fill(7);
    const put = () => fetch(upload_url, { method: 'PUT', body: bytes });
    expect((await put()).status).toBe(200);
    expect((await put()).status).toBe(404);
    expect(new Uint8Array(await fal.file(file_url))).toEqual(bytes);
    expect(file_url.startsWith(fal.sandbox.url)).toBe(true);
  });

  test('end when the request said so', async () => {
    const answer = await fal.call('POST', `queue/${FLUX}`, WISH, {
      ...FAL_KEY_HEADER,
      'x-fal-object-lifecycle-preference': '{"expiration_duration_seconds":1}',
    });
    const { request_id } = answer.body as { request_id: string };
    await fal.sandbox.settled();
    const { images } = (await fal.result(FLUX, request_id)).body as Painted;
    expect((await fetch(String(images[0]?.url))).status).toBe(200);
    await expect.poll(async () => (await fetch(String(images[0]?.url))).status, PATIENCE).toBe(404);
  });

  test('and everything else of a request are erased when that is asked for', async () => {
    const { request_id } = await fal.submit(FLUX, WISH);
    await fal.sandbox.settled();
    const { images } = (await fal.result(FLUX, request_id)).body as Painted;
    const path = `api/v1/models/requests/${request_id}/payloads`;
    expect(await fal.call('DELETE', path)).toMatchObject({
      status: 200,
      body: { cdn_delete_results: [{ link: images[0]?.url, exception: null }] },
    });
    expect((await fetch(String(images[0]?.url))).status).toBe(404);
    expect((await fal.result(FLUX, request_id)).status).toBe(404);
    expect((await fal.call('DELETE', path)).status).toBe(404);
    expect(await (await fetch(`${fal.sandbox.url}/fal`)).text()).not.toContain(WISH.prompt);
  });

  test('and words are not kept of a request that is erased while it runs', async () => {
    fal.sandbox.faults.change({ falSpeed: 0.7 });
    const { request_id } = await fal.submit(FLUX, WISH);
    await untilRunning(request_id);
    expect((await fal.call('DELETE', `api/v1/models/requests/${request_id}/payloads`)).status).toBe(
      200,
    );
    await fal.sandbox.settled();
    expect((await fal.result(FLUX, request_id)).status).toBe(404);
    await fal.sandbox.close();
    const left = await readdir(fal.folder, { recursive: true });
    expect(left.filter((name) => /\.(jpg|png)$/.test(name))).toEqual([]);
    expect(await readFile(path.join(fal.folder, 'fal.json'), 'utf8')).not.toContain(WISH.prompt);
    await fal.restart();
  });

  test('are not found by guesses, paths upwards or names of the language', async () => {
    for (const name of ['x/picture.jpg', '__proto__/x', 'constructor/x', '..%2f..%2ffal.json/x']) {
      expect((await fetch(`${fal.sandbox.url}/fal/files/${name}`)).status).toBe(404);
    }
    const raw = await new Promise((resolve, reject) => {
      const url = new URL(fal.sandbox.url);
      const options = { port: url.port, host: url.hostname, path: '/fal/files/../fal.json' };
      httpRequest(options, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(raw).toBe(404);
  });
});

test('its page shows words as text and small pictures', async () => {
  await fal.paint(FLUX, { ...WISH, prompt: '<script>alert(1)</script>' });
  const answer = await fetch(`${fal.sandbox.url}/fal`);
  const text = await answer.text();
  expect(text).toContain('Nothing here is real');
  expect(text).not.toMatch(/<script>alert/);
  const small = /src="([^"]+width=\d+)"/.exec(text)?.[1] ?? '';
  expect((await fetch(small.replaceAll('&amp;', '&'))).headers.get('content-type')).toBe(
    'image/jpeg',
  );
  expect(await (await fetch(`${fal.sandbox.url}/fal.json`)).json()).toMatchObject({
    submits: { [FLUX]: 1 },
    requests: [{ endpoint: FLUX, status: 'COMPLETED', httpStatus: 200, isGone: false }],
  });
});
