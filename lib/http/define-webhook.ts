import { DomainError } from '@/lib/core/errors';
import { createLog } from '@/lib/core/log';
import { problemResponse, toProblem } from './problem';
import { readBody } from './read-body';

const WEBHOOK_LIMIT_BYTES = 1024 * 1024;
const log = createLog('webhook');

/**
 * Declares the edge for one sender. `receive` gets the raw text and must verify it before anything else; it answers
 * only after the event is stored. A bad signature is 400, our own failure 500, so that the sender tries again.
 */
export function defineWebhook(spec: {
  provider: string;
  receive: (rawBody: string, headers: Headers, request: Request) => Promise<void>;
}) {
  const handler = async (request: Request): Promise<Response> => {
    const requestId = crypto.randomUUID();
    try {
      const raw = await readBody(request, WEBHOOK_LIMIT_BYTES);
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
      await spec.receive(text, request.headers, request);
      return Response.json({ received: true });
    } catch (error) {
      if (error instanceof TypeError) {
        const refusal = new DomainError('webhook.bad_signature', {}, { cause: error });
        return problemResponse(toProblem(refusal, requestId, log));
      }
      return problemResponse(toProblem(error, requestId, log));
    }
  };
  return Object.assign(handler, { access: 'public' as const, provider: spec.provider });
}
