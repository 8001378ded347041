import { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import { unavailable } from './fal-http';

/** Weights are the largest: about a third of a gigabyte. */
const DOWNLOAD_TIMEOUT_MS = 240_000;
const REDIRECTS_MAX = 3;
const HOSTS = ['fal.media', 'fal.ai', 'fal.run'];
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * True for an address that a file of fal may have. A result is somebody else's text: it must not make us call our own
 * machines. Where fal is the sandbox its files are on loopback, and nowhere else.
 */
export function isFileAddress(address: string, isLocal: boolean): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password) return false;
  if (isLocal) return url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  const isOurs = HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return url.protocol === 'https:' && url.port === '' && isOurs;
}

/**
 * Opens a file that a result names.
 * @throws DomainError "model.unavailable" when it cannot be had now, "model.failed" when it never can; both also while
 * the stream is read
 */
export async function openFile(
  address: string,
  maxBytes: number,
  isLocal: boolean,
): Promise<Readable> {
  const signal = AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS);
  let url = address;
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    if (!isFileAddress(url, isLocal)) throw unusable(`a file on a foreign host: ${url}`);
    const response = await call(url, signal);
    if (response.ok) return counted(response, maxBytes);
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      url = new URL(location, url).href;
    } else if (response.status === 404 || response.status === 410) {
      throw unusable(`the file is gone: HTTP ${response.status}`);
    } else {
      throw unavailable(new Error(`HTTP ${response.status} for a file`));
    }
  }
  throw unusable('a file that is sent on and on');
}

/** The key is not sent along: files are public by their name. */
async function call(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal });
  } catch (error) {
    throw unavailable(error);
  }
}

async function counted(response: Response, maxBytes: number): Promise<Readable> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw unusable(`a file of more than ${maxBytes} bytes`);
  }
  return Readable.from(chunksOf(response, maxBytes), { objectMode: false });
}

async function* chunksOf(response: Response, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw unusable(`a file of more than ${maxBytes} bytes`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : unavailable(error);
  }
}

function unusable(reason: string): DomainError {
  return new DomainError('model.failed', {}, { cause: new Error(reason) });
}
