import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { parseJson, readText } from './read-answer';

const ANSWER_MAX_BYTES = 1024 * 1024;

export type PostOutcome =
  | { outcome: 'answered'; status: number; headers: Headers; body: unknown }
  /** No connection came about: nothing can have arrived. */
  | { outcome: 'not_sent'; detail: string }
  /** Sent, or perhaps sent, and no whole answer: it may have arrived. */
  | { outcome: 'lost'; detail: string };

/**
 * Sends one POST over a connection of its own and tells apart what `fetch` does not: whether anything can have arrived.
 * Nothing is repeated, no redirect is followed, and no idle connection that the other side just closed is used.
 */
export function postOnce(
  url: string,
  init: { headers: Record<string, string>; body: string; timeoutMs: number },
): Promise<PostOutcome> {
  return new Promise((resolve) => {
    const isSecure = url.startsWith('https:');
    let isConnected = false;
    const fail = (error: unknown) => {
      const detail = error instanceof Error ? error.message || error.name : String(error);
      resolve({ outcome: isConnected ? 'lost' : 'not_sent', detail });
    };
    const call = (isSecure ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: false,
      headers: { ...init.headers, 'content-length': String(Buffer.byteLength(init.body)) },
      signal: AbortSignal.timeout(init.timeoutMs),
    });
    call.once('socket', (socket) => {
      // Over TLS nothing of ours leaves before both sides know each other.
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    call.on('error', fail);
    call.once('response', (response) => {
      readText(response, ANSWER_MAX_BYTES).then(
        (text) =>
          resolve({
            outcome: 'answered',
            status: response.statusCode ?? 0,
            headers: headersOf(response),
            body: parseJson(text),
          }),
        fail,
      );
    });
    call.end(init.body);
  });
}

function headersOf(response: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}
