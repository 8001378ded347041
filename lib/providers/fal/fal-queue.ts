import type { Readable } from 'node:stream';
import { z } from 'zod';
import { assert } from '@/lib/core/assert';
import type {
  ModelQueue,
  ModelResult,
  ModelState,
  ModelSubmission,
  VerifiedModelEvent,
} from '@/lib/providers/ports/model-queue';
import { postOnce } from '../post-once';
import { FalEvents } from './fal-events';
import { failureOf, isFalError } from './fal-failures';
import { isFileAddress, openFile } from './fal-files';
import { type Answer, askJson, unavailable } from './fal-http';
import { isPublicAddress } from './is-public-address';

/** How long an answer is waited for: of a hand-over, and of everything that may be asked again. */
const TIMEOUTS_MS = { submit: 30_000, look: 15_000 };
const UPLOAD_TIMEOUT_MS = 120_000;
/** Above it fal wants an upload in parts, which nothing of ours needs. */
const UPLOAD_MAX_BYTES = 90 * 1024 * 1024;
/** How long fal keeps the files of a request: we copy at once, and a day covers an outage of ours. */
const FILES_LIVE = JSON.stringify({ expiration_duration_seconds: 24 * 60 * 60 });

export type FalOptions = {
  key: string;
  /** Our user id at fal: what its webhooks are signed for. */
  userId: string;
  /** "https://queue.fal.run", or the sandbox's. */
  queueUrl: string;
  /** "https://rest.fal.ai": storage and the keys of webhooks. */
  restUrl: string;
  /** "https://api.fal.ai/v1": erasure. The key needs the scope ADMIN there. */
  apiUrl: string;
  /** True for the sandbox: files and links on loopback are allowed. */
  isLocal: boolean;
};

const SubmittedSchema = z.object({ request_id: z.string().min(1).max(200) });
const StatusSchema = z.object({
  status: z.enum(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED']),
  queue_position: z.number().int().nullish().catch(null),
});
const UploadSchema = z.object({ upload_url: z.string(), file_url: z.string() });
const ErasedSchema = z.object({
  cdn_delete_results: z.array(z.object({ link: z.string(), exception: z.string().nullish() })),
});

/**
 * fal.ai by its queue, over plain HTTP: its own client repeats a submission whose answer was lost, which runs and bills
 * it twice. What fal repeats inside its house (runners that died, HTTP 503 and 504) costs nothing and stays on.
 */
export class FalQueue implements ModelQueue {
  private readonly options: FalOptions;
  private readonly timeoutsMs: typeof TIMEOUTS_MS;
  private readonly events: FalEvents;

  constructor(options: FalOptions, timeoutsMs = TIMEOUTS_MS) {
    this.options = options;
    this.timeoutsMs = timeoutsMs;
    this.events = new FalEvents(options.restUrl, options.userId);
  }

  async submit(request: Parameters<ModelQueue['submit']>[0]): Promise<ModelSubmission> {
    const url = new URL(`${this.options.queueUrl}/${request.endpoint}`);
    // An address that fal cannot call would only be tried ten times for nothing.
    if (this.canReach(request.webhookUrl)) url.searchParams.set('fal_webhook', request.webhookUrl);
    const posted = await postOnce(url.href, {
      headers: { ...this.headers(), 'x-fal-object-lifecycle-preference': FILES_LIVE },
      body: JSON.stringify(request.input),
      timeoutMs: this.timeoutsMs.submit,
    });
    if (posted.outcome === 'not_sent') return { outcome: 'busy', detail: posted.detail };
    if (posted.outcome === 'lost') return { outcome: 'unknown', detail: posted.detail };
    const { status, body, headers } = posted;
    if (status >= 200 && status < 300) {
      const taken = SubmittedSchema.safeParse(body);
      if (taken.success) return { outcome: 'taken', requestId: taken.data.request_id };
      return { outcome: 'unknown', detail: `HTTP ${status} without a request id` };
    }
    if (status === 429) return { outcome: 'busy', detail: 'HTTP 429' };
    if (status >= 500 || status === 408) return { outcome: 'unknown', detail: `HTTP ${status}` };
    return { outcome: 'refused', failure: failureOf(status, body, headers) };
  }

  async state(endpoint: string, requestId: string): Promise<ModelState> {
    const answer = await this.look('GET', `${this.requestUrl(endpoint, requestId)}/status?logs=0`);
    if (answer.status === 404) return { state: 'gone' };
    const parsed = StatusSchema.safeParse(answer.body);
    if ((answer.status !== 200 && answer.status !== 202) || !parsed.success) {
      throw unavailable(new Error(`HTTP ${answer.status} for a status`));
    }
    const { status, queue_position } = parsed.data;
    if (status === 'COMPLETED') return { state: 'ended' };
    if (status === 'IN_PROGRESS') return { state: 'running' };
    return { state: 'queued', queuePosition: queue_position ?? null };
  }

  async result(endpoint: string, requestId: string): Promise<ModelResult> {
    const { status, body, headers } = await this.look('GET', this.requestUrl(endpoint, requestId));
    if (status >= 200 && status < 300) {
      if (body === null) throw unavailable(new Error('a result that is not JSON'));
      return { ok: true, output: body };
    }
    if (status === 404) {
      const detail = 'The result is kept no longer.';
      return { ok: false, failure: { kind: 'temporary', type: 'result_gone', detail } };
    }
    // Our key, our haste, a result that is not there yet, or a proxy on the way: none is the model's word.
    const isAboutTheCall = [401, 402, 403, 408, 429].includes(status);
    const failure = failureOf(status, body, headers);
    const isEarly = status === 400 && /in progress/i.test(failure.detail);
    if (isAboutTheCall || isEarly || !isFalError(body)) {
      throw unavailable(new Error(`HTTP ${status} for a result: ${failure.detail}`));
    }
    return { ok: false, failure };
  }

  async cancel(endpoint: string, requestId: string): Promise<'asked' | 'ended' | 'gone'> {
    const { status } = await this.look('PUT', `${this.requestUrl(endpoint, requestId)}/cancel`);
    if (status === 404) return 'gone';
    if (status === 400) return 'ended';
    if (status >= 200 && status < 300) return 'asked';
    throw unavailable(new Error(`HTTP ${status} for a cancellation`));
  }

  download(url: string, maxBytes: number): Promise<Readable> {
    return openFile(url, maxBytes, this.options.isLocal);
  }

  async upload(file: Parameters<ModelQueue['upload']>[0]): Promise<string> {
    assert(file.body.length <= UPLOAD_MAX_BYTES, 'a file for the model fits one upload');
    const where = `${this.options.restUrl}/storage/upload/initiate?storage_type=fal-cdn-v3`;
    const initiated = await askJson(where, {
      method: 'POST',
      headers: { ...this.headers(), 'x-fal-object-lifecycle': FILES_LIVE },
      body: JSON.stringify({ content_type: file.contentType, file_name: file.fileName }),
      timeoutMs: this.timeoutsMs.look,
    });
    const parsed = UploadSchema.safeParse(initiated.body);
    if (initiated.status !== 200 || !parsed.success) {
      throw unavailable(new Error(`HTTP ${initiated.status} for an upload`));
    }
    const { upload_url, file_url } = parsed.data;
    await this.put(upload_url, file);
    return file_url;
  }

  async erase(_endpoint: string, requestId: string): Promise<void> {
    const id = encodeURIComponent(requestId);
    const url = `${this.options.apiUrl}/models/requests/${id}/payloads`;
    const { status, body } = await this.look('DELETE', url);
    if (status === 404) return;
    if (status < 200 || status >= 300)
      throw unavailable(new Error(`HTTP ${status} for an erasure`));
    const parsed = ErasedSchema.safeParse(body);
    const results = parsed.success ? parsed.data.cdn_delete_results : [];
    const left = results.find(({ exception }) => exception && !/not.?found|404/i.test(exception));
    if (left) throw unavailable(new Error(`a file was not erased: ${left.exception}`));
  }

  verifyEvent(rawBody: Buffer, headers: Headers): Promise<VerifiedModelEvent> {
    return this.events.verify(rawBody, headers);
  }

  canReach(appUrl: string): boolean {
    return this.options.isLocal || isPublicAddress(appUrl);
  }

  private async put(url: string, file: Parameters<ModelQueue['upload']>[0]): Promise<void> {
    const isSafe = this.options.isLocal ? isFileAddress(url, true) : url.startsWith('https://');
    if (!isSafe) throw unavailable(new Error('an upload to nowhere'));
    // The address carries its own right to write; the key stays here.
    const { status } = await askJson(url, {
      method: 'PUT',
      headers: { 'content-type': file.contentType },
      body: file.body,
      timeoutMs: UPLOAD_TIMEOUT_MS,
    });
    if (status < 200 || status >= 300) throw unavailable(new Error(`HTTP ${status} for an upload`));
  }

  private look(method: string, url: string): Promise<Answer> {
    return askJson(url, { method, headers: this.headers(), timeoutMs: this.timeoutsMs.look });
  }

  /** Requests live under owner and alias; the rest of an endpoint's path is not part of their address. */
  private requestUrl(endpoint: string, requestId: string): string {
    const app = endpoint.split('/').slice(0, 2).join('/');
    return `${this.options.queueUrl}/${app}/requests/${encodeURIComponent(requestId)}`;
  }

  private headers(): Record<string, string> {
    return {
      authorization: `Key ${this.options.key}`,
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'twelvefold',
    };
  }
}
