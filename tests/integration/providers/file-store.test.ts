import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { FolderStore } from '@/lib/providers/storage/folder-store';
import { S3Store } from '@/lib/providers/storage/s3-store';
import { startS3Sandbox } from '@/lib/sandbox/s3/s3-server';

const CREDENTIALS = { accessKeyId: 'AKIATEST', secretAccessKey: 'a secret/with+signs' };

// Made before the tests are collected: the stores under test are named by where they live.
const folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-store-'));
const s3 = await startS3Sandbox({ ...CREDENTIALS, bucket: 'pictures', pageSize: 3 });

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

function s3Store(parts: { secretAccessKey?: string; bucket?: string } = {}): S3Store {
  return new S3Store({
    endpoint: s3.url,
    region: 'eu-central-1',
    bucket: 'pictures',
    ...CREDENTIALS,
    ...parts,
  });
}

const STORES: Record<string, () => FileStore> = {
  folder: () => new FolderStore(path.join(folder, 'files')),
  s3: () => s3Store(),
};

async function keysOf(store: FileStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys.sort();
}

const missing = expect.objectContaining({ name: 'DomainError', code: 'storage.missing' });

describe.each(Object.entries(STORES))('a %s store', (name, open) => {
  const store = open();
  // Both kinds of signs that a path in a URL and a file name treat apart.
  const key = (rest: string) => `${name}/a_b-c.d/${rest}`;

  test('gives back exactly the bytes it was given, from a buffer, a stream and a file', async () => {
    const bytes = randomBytes(300_000);
    const local = path.join(folder, `${name}-source.bin`);
    await writeFile(local, bytes);
    expect(await store.put(key('buffer.bin'), bytes, 'image/jpeg')).toEqual({ bytes: 300_000 });
    const stream = Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);
    expect(await store.put(key('stream.bin'), stream, 'image/jpeg')).toEqual({ bytes: 300_000 });
    expect(await store.putFile(key('file.bin'), local, 'image/jpeg')).toEqual({ bytes: 300_000 });
    for (const file of ['buffer.bin', 'stream.bin', 'file.bin']) {
      expect((await store.readAll(key(file))).equals(bytes)).toBe(true);
      expect((await buffer(await store.read(key(file)))).equals(bytes)).toBe(true);
      expect(await store.stat(key(file))).toEqual({ bytes: 300_000 });
    }
    expect((await readFile(local)).equals(bytes)).toBe(true);
  });

  test('keeps an empty file as an empty file', async () => {
    await store.put(key('empty'), Buffer.alloc(0), 'text/plain');
    await store.put(key('empty-stream'), Readable.from([]), 'text/plain');
    expect(await store.stat(key('empty'))).toEqual({ bytes: 0 });
    expect(await store.readAll(key('empty-stream'))).toHaveLength(0);
  });

  test('replaces what was under the key', async () => {
    await store.put(key('twice'), Buffer.from('first and longer'), 'text/plain');
    await store.put(key('twice'), Buffer.from('second'), 'text/plain');
    expect((await store.readAll(key('twice'))).toString()).toBe('second');
  });

  test('reads a range with both ends, cuts it at the end and gives nothing behind it', async () => {
    await store.put(key('range'), Buffer.from('0123456789'), 'text/plain');
    const part = async (start: number, end: number) =>
      (await buffer(await store.read(key('range'), { start, end }))).toString();
    expect(await part(0, 0)).toBe('0');
    expect(await part(2, 5)).toBe('2345');
    expect(await part(8, 99)).toBe('89');
    expect(await part(10, 12)).toBe('');
    await expect(store.read(key('range'), { start: 5, end: 4 })).rejects.toThrow('Invariant');
  });

  test('a stream that breaks off leaves nothing under the key, and what was there stays', async () => {
    const breaking = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from('half of it');
          throw new Error('connection lost');
        })(),
      );
    await expect(store.put(key('broken'), breaking(), 'text/plain')).rejects.toThrow(
      'connection lost',
    );
    expect(await store.stat(key('broken'))).toBeNull();
    const cutOff = new Readable({ read: () => undefined });
    cutOff.push('half of it');
    setTimeout(() => cutOff.destroy(), 20);
    await expect(store.put(key('broken'), cutOff, 'text/plain')).rejects.toThrow(
      /premature|aborted/i,
    );
    expect(await store.stat(key('broken'))).toBeNull();
    await store.put(key('kept'), Buffer.from('whole'), 'text/plain');
    await expect(store.put(key('kept'), breaking(), 'text/plain')).rejects.toThrow('connection');
    expect((await store.readAll(key('kept'))).toString()).toBe('whole');
  });

  test('tells a missing file by one code, and deletes it without complaint', async () => {
    await expect(store.read(key('no'))).rejects.toEqual(missing);
    await expect(store.readAll(key('no'))).rejects.toEqual(missing);
    await expect(store.localCopy(key('no'))).rejects.toEqual(missing);
    expect(await store.stat(key('no'))).toBeNull();
    await store.delete(key('no'));
  });

  test('a deleted file is gone', async () => {
    await store.put(key('gone'), Buffer.from('x'), 'text/plain');
    await store.delete(key('gone'));
    expect(await store.stat(key('gone'))).toBeNull();
    await expect(store.readAll(key('gone'))).rejects.toEqual(missing);
  });

  test('a local copy holds the bytes until it is released, and the stored file stays', async () => {
    await store.put(key('copy'), Buffer.from('pixels'), 'text/plain');
    const copy = await store.localCopy(key('copy'));
    expect(await readFile(copy.path, 'utf8')).toBe('pixels');
    await copy.release();
    expect((await store.readAll(key('copy'))).toString()).toBe('pixels');
  });

  test('lists every key of a prefix, over several pages, and no other', async () => {
    const keys = Array.from({ length: 8 }, (_, index) => `${name}/list/n${index}/file.txt`);
    for (const each of keys) await store.put(each, Buffer.from('x'), 'text/plain');
    await store.put(`${name}/listing`, Buffer.from('x'), 'text/plain');
    expect(await keysOf(store, `${name}/list/`)).toEqual(keys);
    expect(await keysOf(store, `${name}/list/n3`)).toEqual([keys[3]]);
    expect(await keysOf(store, `${name}/list`)).toHaveLength(9);
    expect(await keysOf(store, 'nobody/')).toEqual([]);
    expect(await keysOf(store, '')).toEqual(expect.arrayContaining(keys));
  });

  test.each([
    '../outside',
    'a/../../outside',
    'a/./b',
    '/etc/passwd',
    'a//b',
    'a\\..\\b',
    'a/b\0',
    'a b',
    'a%2e%2e',
    '.hidden',
    'a/.b',
    '',
    'a/',
    'ü',
    'x'.repeat(600),
  ])('refuses the key %j before it touches anything', async (bad) => {
    await expect(store.put(bad, Buffer.from('x'), 'text/plain')).rejects.toThrow('Invariant');
    await expect(store.readAll(bad)).rejects.toThrow('Invariant');
    await expect(store.stat(bad)).rejects.toThrow('Invariant');
    await expect(store.delete(bad)).rejects.toThrow('Invariant');
  });

  test.each(['../', '/etc/', 'a//', '.incoming', 'a/../../'])(
    'lists nothing under %j',
    async (bad) => {
      await expect(keysOf(store, bad)).rejects.toThrow('Invariant');
    },
  );
});

test('the folder store leaves no temporary file behind and lets nobody else read', async () => {
  const root = path.join(folder, 'private');
  const store = new FolderStore(root);
  await store.put('faces/one.jpg', Buffer.from('x'), 'image/jpeg');
  expect(await readdir(path.join(root, '.incoming'))).toEqual([]);
  expect((await stat(path.join(root, 'faces/one.jpg'))).mode & 0o077).toBe(0);
  expect((await stat(path.join(root, 'faces'))).mode & 0o077).toBe(0);
});

test('readers of a key that is written again see one whole version or the other', async () => {
  const store = new FolderStore(path.join(folder, 'racing'));
  const versions = ['a', 'b'].map((letter) => Buffer.alloc(200_000, letter));
  await store.put('race', versions[0] as Buffer, 'text/plain');
  const writing = (async () => {
    for (let i = 0; i < 20; i += 1)
      await store.put('race', versions[i % 2] as Buffer, 'text/plain');
  })();
  for (let i = 0; i < 40; i += 1) {
    const seen = await store.readAll('race');
    expect(versions.some((version) => version.equals(seen))).toBe(true);
  }
  await writing;
});

test('the S3 store is refused with another secret, and does not take it for a missing file', async () => {
  const store = s3Store({ secretAccessKey: 'another' });
  await expect(store.put('x', Buffer.from('x'), 'text/plain')).rejects.toThrow(
    'SignatureDoesNotMatch',
  );
  const failure = await store.readAll('x').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(DomainError);
});

test('the S3 store tells a missing bucket from a missing file', async () => {
  const failure = await s3Store({ bucket: 'other' })
    .readAll('x')
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(DomainError);
});

test('the S3 store tries a busy server again, with a streamed body too', async () => {
  const store = s3Store();
  s3.failNext(1);
  await store.put('again/stream', Readable.from([Buffer.from('streamed')]), 'text/plain');
  expect((await store.readAll('again/stream')).toString()).toBe('streamed');
  s3.failNext(1);
  expect((await store.readAll('again/stream')).toString()).toBe('streamed');
});
