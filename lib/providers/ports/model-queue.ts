import type { Readable } from 'node:stream';

/** Why the provider made nothing, sorted by what we do about it. */
export type ModelFailure = {
  /**
   * blocked: its safety rules refuse the wish. input: what the customer gave cannot be used. ours: we asked wrongly.
   * temporary: trying again may help. account: our key or our balance there is the problem.
   */
  kind: 'blocked' | 'input' | 'ours' | 'temporary' | 'account';
  /** The provider's own type: "content_policy_violation", "image_too_small"… */
  type: string;
  /** The provider's words, for staff. */
  detail: string;
};

export type ModelState =
  | { state: 'queued'; queuePosition: number | null }
  | { state: 'running' }
  | { state: 'ended' }
  /** The provider knows no such request, or no longer. */
  | { state: 'gone' };

export type ModelResult = { ok: true; output: unknown } | { ok: false; failure: ModelFailure };

/**
 * How a hand-over went. `unknown`: the answer was lost, and the request may run and be billed; it must never be sent
 * again. `refused`: certain not to run. `busy`: certain not to have been taken; may be sent again later.
 */
export type ModelSubmission =
  | { outcome: 'taken'; requestId: string }
  | { outcome: 'unknown'; detail: string }
  | { outcome: 'refused'; failure: ModelFailure }
  | { outcome: 'busy'; detail: string };

export type VerifiedModelEvent = {
  requestId: string;
  status: 'OK' | 'ERROR';
};

/** A provider of picture models behind a queue: fal.ai, or the sandbox's twin of it. */
export interface ModelQueue {
  /** One POST, never repeated by the adapter. */
  submit(request: {
    endpoint: string;
    input: Readonly<Record<string, unknown>>;
    webhookUrl: string;
  }): Promise<ModelSubmission>;
  /** @throws DomainError "model.unavailable" when the provider cannot say */
  state(endpoint: string, requestId: string): Promise<ModelState>;
  /** What an ended request made. @throws DomainError "model.unavailable" */
  result(endpoint: string, requestId: string): Promise<ModelResult>;
  /** Asks to stop; a request that runs may end all the same. @throws DomainError "model.unavailable" */
  cancel(endpoint: string, requestId: string): Promise<'asked' | 'ended' | 'gone'>;
  /** A file that a result names. @throws DomainError "model.unavailable", or "model.failed" above maxBytes or on foreign hosts */
  download(url: string, maxBytes: number): Promise<Readable>;
  /** Brings a file to the provider where it cannot reach our links; the address is short-lived. @throws DomainError "model.unavailable" */
  upload(file: { body: Buffer; contentType: string; fileName: string }): Promise<string>;
  /** True where the provider can fetch links of this installation. */
  canReach(appUrl: string): boolean;
  /** Deletes inputs, outputs and files of a request at the provider; what is gone is success. @throws DomainError "model.unavailable" */
  erase(endpoint: string, requestId: string): Promise<void>;
  /** Checks the signature over the raw bytes. @throws DomainError "webhook.bad_signature", or "model.unavailable" when its keys cannot be had */
  verifyEvent(rawBody: Buffer, headers: Headers): Promise<VerifiedModelEvent>;
}
