import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Html, pageMarkup } from './page';

const BODY_LIMIT_BYTES = 256 * 1024;
/** Photos in an archive are handed over as they are. */
const UPLOAD_LIMIT_BYTES = 500 * 1024 * 1024;

/** What a service answers. Sent by `sendReply` alone. */
export type Reply = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** What happens instead of an answer: the connection breaks, or nothing for a long time. */
  fate?: 'cut' | 'silence';
};

/** One request with its parts read. */
export type Exchange = {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
  bytes: Buffer;
};

export async function readExchange(request: IncomingMessage, baseUrl: string): Promise<Exchange> {
  const url = new URL(request.url ?? '/', baseUrl);
  const isUpload = request.method === 'PUT' && url.pathname.startsWith('/fal/uploads/');
  const limit = isUpload ? UPLOAD_LIMIT_BYTES : BODY_LIMIT_BYTES;
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) throw new BodyTooLarge(limit);
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > limit) request.destroy(new BodyTooLarge(limit));
  });
  const bytes = await buffer(request);
  return {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    body: isUpload ? '' : bytes.toString('utf8'),
    bytes,
  };
}

export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes`);
  }
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { 'cache-control': 'no-store', ...reply.headers });
  response.end(reply.body);
}

export function jsonReply(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value, null, 2),
  };
}

/** A page that runs no script but the one given, and shows nothing from elsewhere. */
export function pageReply(status: number, title: string, body: Html, scriptCode?: string): Reply {
  const nonce = randomBytes(16).toString('base64');
  const script = scriptCode ? { nonce, code: scriptCode } : undefined;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    body: pageMarkup(title, body, script),
  };
}

export function redirectReply(location: string): Reply {
  return { status: 303, headers: { location } };
}
