import { DomainError } from '@/lib/core/errors';
import { parseJson, readText } from '../read-answer';

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
    const text = await readText(response.body, ANSWER_MAX_BYTES);
    return { status: response.status, headers: response.headers, body: parseJson(text) };
  } catch (error) {
    throw unavailable(error);
  }
}

export function unavailable(cause: unknown): DomainError {
  return new DomainError('model.unavailable', {}, { cause });
}
