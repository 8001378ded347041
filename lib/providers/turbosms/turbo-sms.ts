import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { SmsSender } from '@/lib/providers/ports/sms-sender';
import { parseJson, readText } from '../read-answer';

const TIMEOUT_MS = 15_000;
const ANSWER_MAX_BYTES = 1024 * 1024;

/** TurboSMS answers HTTP 200 whatever happened; its own code tells (turbosms.ua/api.html). */
const AnswerSchema = z.object({
  response_code: z.number(),
  response_status: z.string(),
  response_result: z
    .array(
      z.object({
        response_code: z.number(),
        response_status: z.string(),
        message_id: z.string().nullable(),
      }),
    )
    .nullish(),
});

/** 0 and 800-803 are taken; 507 is a repeated sequence_id and brings the answer of the first time. */
const TAKEN = [0, 800, 801, 802, 803, 507];
/** Wrong number, stop list, text that no operator carries: trying again changes nothing. */
const REFUSED = (code: number) => code >= 300 && code < 500;

export type TurboSmsSettings = { token: string; sender: string; baseUrl: string };

/** Text messages by TurboSMS. */
export class TurboSms implements SmsSender {
  private readonly settings: TurboSmsSettings;

  constructor(settings: TurboSmsSettings) {
    this.settings = settings;
  }

  async send(message: { id: string; to: string; text: string }): Promise<{ externalId: string }> {
    const answer = await this.post('/message/send.json', {
      recipients: [message.to.replace(/^\+/, '')],
      sms: { sender: this.settings.sender, text: message.text },
      sequence_id: message.id,
    });
    const [result] = answer.response_result ?? [];
    const code = result?.response_code ?? answer.response_code;
    if (TAKEN.includes(answer.response_code) && TAKEN.includes(code) && result?.message_id) {
      return { externalId: result.message_id };
    }
    const status = result?.response_status ?? answer.response_status;
    throw new DomainError(
      REFUSED(code) ? 'sms.refused' : 'sms.unavailable',
      {},
      { cause: new Error(`TurboSMS: ${code} ${status}`) },
    );
  }

  private async post(path: string, body: object): Promise<z.output<typeof AnswerSchema>> {
    try {
      const response = await fetch(`${this.settings.baseUrl}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.settings.token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return AnswerSchema.parse(parseJson(await readText(response.body, ANSWER_MAX_BYTES)));
    } catch (error) {
      throw new DomainError('sms.unavailable', {}, { cause: error });
    }
  }
}
