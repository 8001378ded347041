import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { parseJson, readText } from '../read-answer';

const TIMEOUT_MS = 15_000;
/** A month's statement of a busy shop is below this; more is not read. */
const ANSWER_MAX_BYTES = 20 * 1024 * 1024;

/** Where the API is and how it knows us. */
export type MonobankAccess = { token: string; baseUrl: string };

/** Monobank understood the call and said no. */
export class MonobankRefusal extends Error {
  readonly status: number;
  readonly errCode: string;

  constructor(status: number, errCode: string, errText: string) {
    super(`Monobank refused (${status} ${errCode}): ${errText}`);
    this.name = 'MonobankRefusal';
    this.status = status;
    this.errCode = errCode;
  }
}

const ErrorSchema = z.object({
  errCode: z.coerce.string().catch(''),
  errText: z.coerce.string().catch(''),
});

/** Refusals that come with a status of the server's own troubles. */
const REFUSED_WITH_500 = new Set(['CANCEL_NOT_AVAILABLE']);

/**
 * One call, never repeated here: creating an invoice twice makes two.
 * @throws MonobankRefusal when the API says no, DomainError "payment.provider_unavailable" when it cannot say now:
 *   no answer in time, 429, 5xx, a token that is not accepted, an answer that is none
 */
export async function askMonobank<S extends z.ZodType>(
  access: MonobankAccess,
  schema: S,
  call: { path: string; body?: object; timeoutMs?: number },
): Promise<z.output<S>> {
  try {
    const response = await fetch(`${access.baseUrl}${call.path}`, {
      method: call.body ? 'POST' : 'GET',
      headers: {
        'X-Token': access.token,
        ...(call.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(call.body ? { body: JSON.stringify(call.body) } : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS),
    });
    const text = await readText(response.body, ANSWER_MAX_BYTES);
    if (response.status !== 200) throw refusalOf(response.status, text);
    return schema.parse(parseJson(text));
  } catch (error) {
    if (error instanceof MonobankRefusal && isFinal(error)) throw error;
    throw new DomainError('payment.provider_unavailable', {}, { cause: error });
  }
}

function isFinal({ status, errCode }: MonobankRefusal): boolean {
  if (REFUSED_WITH_500.has(errCode)) return true;
  return status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 429;
}

function refusalOf(status: number, text: string): MonobankRefusal {
  const { errCode, errText } = ErrorSchema.catch({ errCode: '', errText: '' }).parse(
    parseJson(text),
  );
  return new MonobankRefusal(status, errCode, errText);
}
