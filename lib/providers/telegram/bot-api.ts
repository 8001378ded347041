import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { parseJson, readText } from '../read-answer';

const TIMEOUT_MS = 8_000;
/** A longer pause than this is left to the caller's own retry. */
const LONGEST_PAUSE_SECONDS = 3;
const TRIES = 3;
/** A page of a hundred star transactions is some fifty kilobytes. */
const ANSWER_MAX_BYTES = 4 * 1024 * 1024;

const AnswerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string(),
    parameters: z.object({ retry_after: z.number().optional() }).optional(),
  }),
]);

/**
 * Calls the Bot API. "Too many requests" is waited for as long as Telegram says, if that is short.
 * @throws DomainError "telegram.unavailable" when nothing is known about the outcome, "telegram.refused" with { reason }:
 *   "blocked", or Telegram's description
 */
export class BotApi {
  private readonly baseUrl: string;

  constructor(options: { token: string; apiUrl?: string }) {
    this.baseUrl = `${options.apiUrl ?? 'https://api.telegram.org'}/bot${options.token}`;
  }

  async call(method: string, parameters: Record<string, unknown>): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.ask(method, parameters);
      if (answer.ok) return answer.result;
      const { error_code: code, description } = answer;
      if (code === 429) {
        const seconds = answer.parameters?.retry_after ?? 1;
        if (attempt >= TRIES || seconds > LONGEST_PAUSE_SECONDS) {
          throw new DomainError('telegram.unavailable', { seconds });
        }
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        continue;
      }
      // A wrong token is answered with 401 or 404: our own mistake, which a later try may find mended.
      if (code >= 500 || code === 401 || code === 404) {
        throw new DomainError('telegram.unavailable', {}, { cause: new Error(description) });
      }
      throw new DomainError('telegram.refused', { reason: code === 403 ? 'blocked' : description });
    }
  }

  private async ask(method: string, parameters: object): Promise<z.output<typeof AnswerSchema>> {
    try {
      const response = await fetch(`${this.baseUrl}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return AnswerSchema.parse(parseJson(await readText(response.body, ANSWER_MAX_BYTES)));
    } catch (cause) {
      throw new DomainError('telegram.unavailable', {}, { cause });
    }
  }
}
