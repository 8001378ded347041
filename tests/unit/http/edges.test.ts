import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { toProblem } from '@/lib/http/problem';
import { readBody, readJson } from '@/lib/http/read-body';
import { requireSameOrigin } from '@/lib/http/same-origin';
import { requireStorableText } from '@/lib/http/storable-text';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('same origin', () => {
  const ask = (method: string, headers: Record<string, string>) => () =>
    requireSameOrigin({ method, headers: new Headers({ host: 'shop.example', ...headers }) });

  it('lets our own pages change things', () => {
    expect(ask('POST', { origin: 'https://shop.example' })).not.toThrow();
    expect(ask('POST', { 'sec-fetch-site': 'same-origin' })).not.toThrow();
  });
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
    { origin: 'https://shop.example.evil.example' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ])('refuses a change from elsewhere: %j', (headers) => {
    expect(ask('POST', headers as Record<string, string>)).toThrow(DomainError);
  });
  it('lets anybody read', () => {
    expect(ask('GET', { origin: 'https://evil.example' })).not.toThrow();
  });
});

describe('a body', () => {
  const request = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

  it('is refused by its announced length before it is read', async () => {
    await expect(readBody(request('a', { 'content-length': '999' }), 10)).rejects.toMatchObject({
      code: 'request.too_large',
    });
  });
  it('is refused as soon as it is longer than it may be, whatever it announced', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    await expect(readBody(request(endless), 4096)).rejects.toMatchObject({
      code: 'request.too_large',
    });
    expect(sent).toBeLessThan(20);
  });
  it.each([
    ['{"a":', 'application/json', 'request.invalid'],
    ['{"a":["\\u0000"]}', 'application/json', 'request.invalid'],
    ['{"a":{"\\u0000":1}}', 'application/json', 'request.invalid'],
    ['a=1', 'application/x-www-form-urlencoded', 'request.unsupported_type'],
    [new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 'request.invalid'],
  ])('that is not JSON in UTF-8 is refused: %j', async (body, type, code) => {
    await expect(
      readJson(request(body as BodyInit, { 'content-type': type }), 1000),
    ).rejects.toMatchObject({ code });
  });
});

it('text that no database keeps is found however deep it is, also in what holds itself', () => {
  const ring: Record<string, unknown> = { words: ['fine'] };
  ring.self = ring;
  expect(() => requireStorableText(ring)).not.toThrow();
  ring.more = [{ deep: 'a\0b' }];
  expect(() => requireStorableText(ring)).toThrow('request.invalid');
});

it('half an emoji at the end of a full field becomes one sign that can be kept', async () => {
  const body = new Request('http://x/', {
    method: 'POST',
    body: '{"title":"Our year \\ud83d"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(await readJson(body, 1000)).toEqual({ title: 'Our year \ufffd' });
});

describe('a failure', () => {
  it('that nobody foresaw shows one neutral code and nothing of the inside', () => {
    const problem = toProblem(new Error('connect postgres://user:secret@db'), 'r1', silent);
    expect(problem).toEqual({ code: 'server.unexpected', params: {}, fields: {}, requestId: 'r1' });
  });
  it('of input names the fields', () => {
    const bad = z.object({ a: z.object({ b: z.number() }) }).safeParse({ a: { b: 'x' } });
    expect(toProblem(bad.error, 'r1', silent)).toMatchObject({
      code: 'request.invalid',
      fields: { 'a.b': expect.any(String) },
    });
  });
});
