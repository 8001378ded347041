import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { parseJson, readBytes } from '../read-answer';

/** Lists of branches are the longest answers. */
const ANSWER_MAX_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

export type NovaPoshtaConfig = {
  apiKey: string;
  /** With the slash at its end: "https://api.novaposhta.ua/v2.0/json/". */
  apiUrl: string;
  /** Where labels are printed: "https://my.novaposhta.ua". */
  printUrl: string;
};

const EnvelopeSchema = z.object({
  success: z.boolean(),
  data: z.array(z.unknown()).catch([]),
  errors: z.array(z.unknown()).catch([]),
});

/** What the service made of a call. It answers 200 whatever it thinks; `success` tells. */
type NovaPoshtaAnswer = { ok: true; data: unknown[] } | { ok: false; words: string };

export function requestBody(
  config: NovaPoshtaConfig,
  call: { model: string; method: string; properties: Record<string, unknown> },
): string {
  return JSON.stringify({
    apiKey: config.apiKey,
    modelName: call.model,
    calledMethod: call.method,
    methodProperties: call.properties,
  });
}

/** @returns null where the body is not the service's envelope */
export function readEnvelope(body: unknown): NovaPoshtaAnswer | null {
  const parsed = EnvelopeSchema.safeParse(body);
  if (!parsed.success) return null;
  const { success, data, errors } = parsed.data;
  if (success) return { ok: true, data };
  return { ok: false, words: errors.map(String).join('; ').slice(0, 500) || 'no reason given' };
}

/**
 * One call that changes nothing, or that may be repeated.
 * @throws DomainError "carrier.unavailable" without an answer in time or with one that is none
 */
export async function ask(
  config: NovaPoshtaConfig,
  call: { model: string; method: string; properties: Record<string, unknown> },
): Promise<NovaPoshtaAnswer> {
  const response = await fetchBytes(config.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: requestBody(config, call),
  });
  const answer =
    response.status === 200 ? readEnvelope(parseJson(response.bytes.toString('utf8'))) : null;
  if (!answer) throw unavailable(new Error(`answered with ${response.status}`));
  return answer;
}

/** @throws DomainError "carrier.unavailable" */
export async function fetchBytes(
  url: string,
  init: { method: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; bytes: Buffer }> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, bytes: await readBytes(response.body, ANSWER_MAX_BYTES) };
  } catch (error) {
    throw unavailable(error);
  }
}

export function unavailable(cause: unknown): DomainError {
  // The address of a label has the key in it: no address goes into the log.
  const words = cause instanceof Error ? cause.message.replace(/https?:\S+/g, '…') : 'no answer';
  return new DomainError('carrier.unavailable', {}, { cause: new Error(`Nova Poshta: ${words}`) });
}
