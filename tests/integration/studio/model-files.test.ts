import { createHmac } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import type { Ctx } from '@/lib/db/context';
import type { ModelQueue } from '@/lib/providers/ports/model-queue';
import { fileUrlForModel, openFileForModel } from '@/lib/studio/model-files';
import { useDatabase } from '../../support/database';

const database = useDatabase();
const FILE = {
  key: 'lora-weights/lor_1/trn_1.safetensors',
  contentType: 'application/octet-stream',
  fileName: 'weights.safetensors',
} as const;
const NOON = Date.UTC(2027, 0, 15, 12);
const HOUR = 3_600_000;
const NOT_FOUND = { code: 'request.not_found' };

const at = (ms: number, parts: Partial<ModelQueue> = {}): Ctx => {
  const models = { canReach: () => true, ...parts } as ModelQueue;
  return database.ctx(undefined, { clock: { now: () => new Date(ms) }, providers: { models } });
};
const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';
const signed = (link: object) => {
  const payload = Buffer.from(JSON.stringify(link)).toString('base64url');
  const secret = process.env.AUTH_SECRET ?? '';
  const hmac = createHmac('sha256', secret).update(`model-file:${payload}`);
  return `${payload}.${hmac.digest('base64url')}`;
};

beforeAll(async () => {
  const { files } = database.ctx().providers;
  await files.put(FILE.key, Buffer.from('weights'), FILE.contentType);
  await files.put('proofs/secret.pdf', Buffer.from('not for models'), 'application/pdf');
});

test('a link opens its file for a day and not for three', async () => {
  const token = tokenOf(await fileUrlForModel(at(NOON), FILE));
  for (const later of [0, 24 * HOUR, 36 * HOUR - 1]) {
    const { body, bytes, file } = await openFileForModel(at(NOON + later), token);
    expect(file.fileName).toBe('weights.safetensors');
    expect(bytes).toBe(7);
    expect((await buffer(body)).toString()).toBe('weights');
  }
  await expect(openFileForModel(at(NOON + 36 * HOUR), token)).rejects.toMatchObject(NOT_FOUND);
});

test('the link of a file is the same all day, so that weights are loaded once', async () => {
  const morning = await fileUrlForModel(at(NOON - 12 * HOUR), FILE);
  expect(await fileUrlForModel(at(NOON + 12 * HOUR - 1), FILE)).toBe(morning);
  expect(await fileUrlForModel(at(NOON + 12 * HOUR), FILE)).not.toBe(morning);
});

test('nothing but a whole link of ours opens anything', async () => {
  const token = tokenOf(await fileUrlForModel(at(NOON), FILE));
  const [payload = '', signature = ''] = token.split('.');
  const other = Buffer.from(
    JSON.stringify({ ...FILE, key: 'proofs/secret.pdf', expires: NOON }),
  ).toString('base64url');
  const bad = [
    '',
    '.',
    payload,
    `${payload}.`,
    `${payload}.${signature.slice(0, -1)}`,
    `${payload}.${signature}.x`,
    `${other}.${signature}`,
    `${payload}.${'A'.repeat(43)}`,
    `${payload}.${'ї'.repeat(43)}`,
    'x'.repeat(5000),
  ];
  for (const one of bad) {
    await expect(openFileForModel(at(NOON), one)).rejects.toMatchObject(NOT_FOUND);
  }
});

test('a link signed by us opens no file that is not for models, and none that is gone', async () => {
  const expires = NOON / 1000 + 3600;
  const keys = ['proofs/secret.pdf', 'pictures/../proofs/secret.pdf', 'lora-weights/gone'];
  for (const key of keys) {
    const token = signed({ ...FILE, key, expires });
    await expect(openFileForModel(at(NOON), token)).rejects.toMatchObject(NOT_FOUND);
  }
  await expect(fileUrlForModel(at(NOON), { ...FILE, key: keys[0] ?? '' })).rejects.toThrow();
});

test('a provider that cannot reach us is brought the file', async () => {
  const brought: string[] = [];
  const upload: ModelQueue['upload'] = async ({ body, fileName }) => {
    brought.push(`${fileName}: ${body.toString()}`);
    return 'https://v3.fal.media/files/x';
  };
  const url = await fileUrlForModel(at(NOON, { canReach: () => false, upload }), FILE);
  expect(url).toBe('https://v3.fal.media/files/x');
  expect(brought).toEqual(['weights.safetensors: weights']);
});
