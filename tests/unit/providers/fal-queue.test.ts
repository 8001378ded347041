import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFileAddress } from '@/lib/providers/fal/fal-files';
import { isPublicAddress } from '@/lib/providers/fal/is-public-address';
import { TinyServer } from './fal-server';

let server: TinyServer;
beforeEach(async () => {
  server = await TinyServer.start();
});
afterEach(() => server.close());

const ENDPOINT = 'fal-ai/flux/dev';
const submit = (queue = server.queue()) =>
  queue.submit({
    endpoint: ENDPOINT,
    input: { prompt: 'a fox' },
    webhookUrl: 'http://127.0.0.1:3000/api/webhooks/fal?request=mrq_1',
  });
const complaint = (type: string) => ({ detail: [{ loc: ['body', 'image'], msg: 'no', type }] });

describe('handing over', () => {
  test('is one POST of the bare input with key, webhook and a short life for files', async () => {
    server.says(200, { status: 'IN_QUEUE', request_id: 'req-1', queue_position: 0 });
    expect(await submit()).toEqual({ outcome: 'taken', requestId: 'req-1' });
    expect(server.seen).toHaveLength(1);
    const [call] = server.seen;
    expect(call?.method).toBe('POST');
    expect(call?.url).toBe(
      '/queue/fal-ai/flux/dev?fal_webhook=http%3A%2F%2F127.0.0.1%3A3000%2Fapi%2Fwebhooks%2Ffal%3Frequest%3Dmrq_1',
    );
    expect(JSON.parse(call?.body ?? '')).toEqual({ prompt: 'a fox' });
    expect(call?.headers.authorization).toBe('Key id:secret');
    expect(call?.headers['x-fal-object-lifecycle-preference']).toBe(
      '{"expiration_duration_seconds":86400}',
    );
  });

  test('names no webhook that the provider could not call', async () => {
    server.says(200, { request_id: 'req-1' });
    await submit(server.queue({ isLocal: false }));
    expect(server.seen[0]?.url).toBe('/queue/fal-ai/flux/dev');
  });

  test.each([
    [500, { detail: 'x' }],
    [502, '<html>bad gateway</html>'],
    [503, ''],
    [504, { detail: 'x' }],
    [408, ''],
    [200, 'not json'],
    [200, { status: 'IN_QUEUE' }],
  ])(
    'an answer %s %j leaves open whether it runs, and is not asked again',
    async (status, body) => {
      server.says(status, body);
      expect(await submit()).toMatchObject({ outcome: 'unknown' });
      expect(server.seen).toHaveLength(1);
    },
  );

  test('a connection that breaks after the request left leaves it open, and is not asked again', async () => {
    server.answer = (_seen, response) => response.destroy();
    expect(await submit()).toMatchObject({ outcome: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  test('half an answer leaves it open', async () => {
    server.answer = (_seen, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"request_id":"req');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await submit()).toMatchObject({ outcome: 'unknown' });
  });

  test('a redirect is not followed: the input goes to nobody else', async () => {
    server.says(307, '', { location: '/elsewhere' });
    expect(await submit()).toMatchObject({ outcome: 'refused', failure: { type: 'http_307' } });
    expect(server.seen).toHaveLength(1);
  });

  test('without a connection nothing was taken, and it may be sent again', async () => {
    const queue = server.queue();
    await server.close();
    expect(await submit(queue)).toMatchObject({ outcome: 'busy' });
    server = await TinyServer.start();
  });

  test('429 was not taken', async () => {
    server.says(429, { detail: 'slow down' });
    expect(await submit()).toMatchObject({ outcome: 'busy' });
  });

  test.each([
    [401, { detail: 'Authentication is required' }, 'account', 'http_401'],
    [403, { detail: 'User is locked. Reason: Exhausted balance.' }, 'account', 'http_403'],
    [404, { detail: 'Application not found' }, 'ours', 'http_404'],
    [422, complaint('missing'), 'ours', 'missing'],
    [422, complaint('content_policy_violation'), 'blocked', 'content_policy_violation'],
    [422, complaint('image_too_small'), 'input', 'image_too_small'],
    [422, complaint('constructor'), 'ours', 'constructor'],
    [
      400,
      { detail: 'x', error_type: 'downstream_service_error' },
      'temporary',
      'downstream_service_error',
    ],
  ])('%s %j is refused and sorted as %s', async (status, body, kind, type) => {
    server.says(status, body);
    expect(await submit()).toMatchObject({ outcome: 'refused', failure: { kind, type } });
  });
});

describe('looking', () => {
  test('asks under owner and alias only', async () => {
    server.says(202, { status: 'IN_QUEUE', queue_position: 3 });
    expect(await server.queue().state('fal-ai/flux-2/lora/edit', 'r 1')).toEqual({
      state: 'queued',
      queuePosition: 3,
    });
    expect(server.seen[0]?.url).toBe('/queue/fal-ai/flux-2/requests/r%201/status?logs=0');
  });

  test.each([
    [202, { status: 'IN_QUEUE' }, { state: 'queued', queuePosition: null }],
    [202, { status: 'IN_PROGRESS', logs: null }, { state: 'running' }],
    [200, { status: 'COMPLETED', metrics: {} }, { state: 'ended' }],
    [404, { detail: 'Not found' }, { state: 'gone' }],
  ])('%s %j is %j', async (status, body, state) => {
    server.says(status, body);
    expect(await server.queue().state(ENDPOINT, 'r')).toEqual(state);
  });

  test.each([
    [200, 'nonsense'],
    [200, { status: 'EXPLODED' }],
    [401, { detail: 'x' }],
    [500, { detail: 'x' }],
  ])('%s %j says nothing', async (status, body) => {
    server.says(status, body);
    await expect(server.queue().state(ENDPOINT, 'r')).rejects.toMatchObject({
      code: 'model.unavailable',
    });
  });

  test('an answer without end is not read to the end', async () => {
    server.answer = (_seen, response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write(Buffer.alloc(65_536, 0x20)));
      };
      response.on('drain', more);
      response.on('error', () => undefined);
      more();
    };
    await expect(server.queue().state(ENDPOINT, 'r')).rejects.toMatchObject({
      code: 'model.unavailable',
    });
  });
});

describe('results', () => {
  test('are the bare output', async () => {
    server.says(200, { images: [] });
    expect(await server.queue().result(ENDPOINT, 'r')).toEqual({
      ok: true,
      output: { images: [] },
    });
  });

  test.each([
    [422, complaint('content_policy_violation'), 'blocked'],
    [422, complaint('no_media_generated'), 'blocked'],
    [422, complaint('face_detection_error'), 'input'],
    [422, complaint('archive_file_count_below_minimum'), 'input'],
    [422, complaint('file_download_error'), 'temporary'],
    [422, complaint('value_error'), 'ours'],
    [500, complaint('internal_server_error'), 'temporary'],
    [504, { detail: 'x', error_type: 'request_timeout' }, 'temporary'],
    [503, { detail: 'x', error_type: 'runner_scheduling_failure' }, 'temporary'],
    [404, { detail: 'Request not found' }, 'temporary'],
  ])('%s %j is a failure of the model: %s', async (status, body, kind) => {
    server.says(status, body);
    expect(await server.queue().result(ENDPOINT, 'r')).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });

  test('what a model calls retryable may be tried again', async () => {
    server.says(422, complaint('never_heard_of'), { 'x-fal-retryable': 'true' });
    expect(await server.queue().result(ENDPOINT, 'r')).toMatchObject({
      failure: { kind: 'temporary' },
    });
  });

  test.each([
    [502, '<html>bad gateway</html>'],
    [401, { detail: 'no key' }],
    [429, { detail: 'slow down' }],
    [400, { detail: 'Request is still in progress' }],
    [200, 'cut of'],
  ])('%s %j is not the word of the model', async (status, body) => {
    server.says(status, body);
    await expect(server.queue().result(ENDPOINT, 'r')).rejects.toMatchObject({
      code: 'model.unavailable',
    });
  });
});

describe('cancelling and erasing', () => {
  test.each([
    [202, 'asked'],
    [400, 'ended'],
    [404, 'gone'],
  ])('%s after a PUT is %s', async (status, outcome) => {
    server.says(status, { status: 'x' });
    expect(await server.queue().cancel(ENDPOINT, 'r')).toBe(outcome);
    expect(server.seen[0]).toMatchObject({
      method: 'PUT',
      url: '/queue/fal-ai/flux/requests/r/cancel',
    });
  });

  const erased = (exception: string | null) => ({ cdn_delete_results: [{ link: 'x', exception }] });
  test.each([
    [200, erased(null)],
    [200, erased('File not found')],
    [404, { detail: 'x' }],
  ])('%s %j after a DELETE is erased', async (status, body) => {
    server.says(status, body);
    await server.queue().erase(ENDPOINT, 'r');
    expect(server.seen[0]).toMatchObject({
      method: 'DELETE',
      url: '/api/models/requests/r/payloads',
    });
  });

  test.each([
    [200, erased('Permission denied')],
    [403, { detail: 'admin scope needed' }],
    [500, ''],
  ])('%s %j after a DELETE is not erased', async (status, body) => {
    server.says(status, body);
    await expect(server.queue().erase(ENDPOINT, 'r')).rejects.toMatchObject({
      code: 'model.unavailable',
    });
  });
});

describe('files', () => {
  test('are read up to their limit and not further, whatever their header says', async () => {
    server.answer = (_seen, response) => {
      response.writeHead(200);
      response.write(Buffer.alloc(600));
      response.end(Buffer.alloc(600));
    };
    const url = `${server.url}/x.jpg`;
    expect(await text(await server.queue().download(url, 1200))).toHaveLength(1200);
    const tooLong = await server.queue().download(url, 1199);
    await expect(text(tooLong)).rejects.toMatchObject({ code: 'model.failed' });
  });

  test('that announce too much are not read at all', async () => {
    server.says(200, 'x'.repeat(2000), { 'content-length': '2000' });
    await expect(server.queue().download(`${server.url}/x`, 1999)).rejects.toMatchObject({
      code: 'model.failed',
    });
  });

  test('cut off on the way are had later', async () => {
    server.answer = (_seen, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    };
    const half = await server.queue().download(`${server.url}/x`, 5000);
    await expect(text(half)).rejects.toMatchObject({ code: 'model.unavailable' });
  });

  test.each([
    [404, 'model.failed'],
    [500, 'model.unavailable'],
  ])('answered with %s are %s', async (status, code) => {
    server.says(status, '');
    await expect(server.queue().download(`${server.url}/x`, 10)).rejects.toMatchObject({ code });
  });

  test('are fetched without our key', async () => {
    server.says(200, 'bytes');
    await text(await server.queue().download(`${server.url}/x`, 10));
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  test('are not followed to a foreign host', async () => {
    server.says(302, '', { location: 'http://169.254.169.254/latest/meta-data' });
    await expect(server.queue().download(`${server.url}/x`, 10)).rejects.toMatchObject({
      code: 'model.failed',
    });
  });

  test.each([
    ['https://v3.fal.media/files/a/b.png', true],
    ['https://storage.fal.ai/x', true],
    ['http://v3.fal.media/x', false],
    ['https://fal.media.evil.example/x', false],
    ['https://evilfal.media/x', false],
    ['https://user@fal.media/x', false],
    ['https://fal.media:8443/x', false],
    ['https://169.254.169.254/latest', false],
    ['http://127.0.0.1/x', false],
    ['file:///etc/passwd', false],
    ['data:image/png;base64,AA', false],
    ['', false],
  ])('of fal itself may be at %s: %s', (address, isFine) => {
    expect(isFileAddress(address, false)).toBe(isFine);
  });

  test('go up in two steps, the second without our key', async () => {
    server.answer = (seen, response) => {
      const file = `${server.url}/files/x.zip`;
      const answer = { upload_url: `${server.url}/put/x?token=1`, file_url: file };
      response.end(seen.method === 'POST' ? JSON.stringify(answer) : '');
    };
    const file = { body: Buffer.from('zip!'), contentType: 'application/zip', fileName: 'x.zip' };
    expect(await server.queue().upload(file)).toBe(`${server.url}/files/x.zip`);
    const [initiate, put] = server.seen;
    expect(initiate?.url).toBe('/rest/storage/upload/initiate?storage_type=fal-cdn-v3');
    expect(JSON.parse(initiate?.body ?? '')).toEqual({
      content_type: 'application/zip',
      file_name: 'x.zip',
    });
    expect(put).toMatchObject({ method: 'PUT', url: '/put/x?token=1', body: 'zip!' });
    expect(put?.headers['content-type']).toBe('application/zip');
    expect(put?.headers.authorization).toBeUndefined();
  });
});

test.each([
  ['https://twelvefold.example', true],
  ['https://93.184.216.34:8443', true],
  ['https://[2606:4700::1111]', true],
  ['http://localhost:3000', false],
  ['http://127.0.0.1:3000', false],
  ['http://[::1]:3000', false],
  ['http://[fd00::1]', false],
  ['http://192.168.1.20', false],
  ['http://172.20.0.3', false],
  ['http://10.1.2.3', false],
  ['http://app', false],
  ['http://printer.local', false],
  ['ftp://twelvefold.example', false],
])('the internet reaches %s: %s', (address, isReached) => {
  expect(isPublicAddress(address)).toBe(isReached);
});
