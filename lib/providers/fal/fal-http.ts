import { DomainError } from '@/lib/core/errors';

/** JSON answers of fal are a few kilobytes; more than this is not read. */
const ANSWER_MAX_BYTES = 5 * 1024 * 1024;

export type Answer = { status: number; headers: Headers; body: unknown };

/**
 * One call with an answer in JSON; null as its body where it is none. Redirects are not followed.
 * @throws DomainError "model.unavailable" without an answer in time, or with one too long to be an answer
 */
export async function askJson(
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string | Buffer;
    timeoutMs: number;
  },
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: init.method,
      headers: init.headers,
      ...(init.body === undefined
        ? {}
        : { body: typeof init.body === 'string' ? init.body : new Uint8Array(init.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(init.timeoutMs),
    });
    const text = await readText(response);
    return { status: response.status, headers: response.headers, body: parseJson(text) };
  } catch (error) {
    throw unavailable(error);
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > ANSWER_MAX_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Null where the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function unavailable(cause: unknown): DomainError {
  return new DomainError('model.unavailable', {}, { cause });
}
