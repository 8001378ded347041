import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { env } from '@/lib/core/env';

/** Set by this process on every request, over anything that a browser may have sent under the same name. */
const SOCKET_ADDRESS_HEADER = 'x-socket-address';

// Next bundles routes and instrumentation apart: the process is what they share.
const holder = globalThis as unknown as { twelvefoldReadsSockets?: true };

/**
 * Notes the peer's address on every request of this process before Next sees it. Next's own X-Forwarded-For keeps
 * whatever the browser sent, so it says nothing. Called once, from instrumentation.ts.
 */
export function readSocketAddresses(): void {
  if (holder.twelvefoldReadsSockets) return;
  holder.twelvefoldReadsSockets = true;
  // https://nodejs.org/api/diagnostics_channel.html: published before the server's request listeners run.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[SOCKET_ADDRESS_HEADER] = request.socket.remoteAddress ?? 'gone';
  });
}

/**
 * Where a request comes from, as a key for counting: IPv6 cut to its /64, because one household has 2^64 addresses.
 * X-Forwarded-For counts only with TRUST_PROXY, and of it only the last entry, which our own proxy wrote.
 * @returns "unknown" when neither is known, so that all of them share one count
 */
export function addressOf(headers: Headers): string {
  if (env().TRUST_PROXY) {
    return addressGroup(headers.get('x-forwarded-for')?.split(',').at(-1)?.trim());
  }
  if (!holder.twelvefoldReadsSockets) return 'unknown';
  return addressGroup(headers.get(SOCKET_ADDRESS_HEADER) ?? undefined);
}

/** An IPv4 address as it is, the /64 of an IPv6 address, "unknown" for anything else. */
export function addressGroup(address: string | undefined): string {
  const bare = (address ?? '').replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 4) return bare;
  if (version === 0) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  return `${hextets(bare).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, written out. */
function hextets(address: string): string[] {
  // The URL parser brings every spelling (upper case, dotted tails, leading zeros) to one.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
