import type { ErrorCode } from '@/lib/core/errors';
import type { Ctx, TxCtx } from '@/lib/db/context';
import type { ModelRequest, ModelRequestKind, Prisma } from '@/lib/db/generated/client';
import type { ModelFailure } from '@/lib/providers/ports/model-queue';

/** A failure with the code that the customer reads. */
export type WorkFailure = ModelFailure & { code: ErrorCode };

export type Prepared = {
  /** What is sent, with short-lived links. */
  input: Record<string, unknown>;
  /** The same for our records, without links. */
  record: Prisma.InputJsonObject;
};

export type Collected<Made> =
  | { ok: true; made: Made; record: Prisma.InputJsonObject }
  | { ok: false; failure: ModelFailure };

/**
 * What a request is for. The engine moves requests and knows nothing of faces and months; each function that takes a
 * transaction runs in the one of the request's own move, exactly once for each move.
 */
export type ModelWork<Made = unknown> = {
  /**
   * Builds what to send right before the call; outside of any transaction, and perhaps more than once.
   * @returns null when it is no longer wanted
   * @throws DomainError whose code becomes the work's failure
   */
  prepare(ctx: Ctx, request: ModelRequest): Promise<Prepared | null>;
  /** The call is about to leave: the work becomes RUNNING. @returns false when it is no longer wanted */
  onStarted(tx: TxCtx, request: ModelRequest): Promise<boolean>;
  /** The provider's word on the queue or the progress changed: screens are told. */
  onProgress(tx: TxCtx, request: ModelRequest): Promise<void>;
  /**
   * Fetches and stores what was made, outside of any transaction; perhaps twice at once, so under fresh names.
   * @throws DomainError "model.unavailable" or another error of the machine: the job tries again
   */
  collect(ctx: Ctx, request: ModelRequest, output: unknown): Promise<Collected<Made>>;
  /** The work is done: its rows appear and its stars are settled. @returns false when it was over before; then `discard` follows */
  onCompleted(tx: TxCtx, request: ModelRequest, made: Made): Promise<boolean>;
  /** Removes what `collect` stored and no row took. */
  discard(ctx: Ctx, made: Made): Promise<void>;
  /** The attempt came to nothing: either the next attempt is requested here, or the work fails and its stars are released. */
  onFailed(tx: TxCtx, request: ModelRequest, failure: WorkFailure): Promise<void>;
};

/** Each work hands its own kind of result from `collect` to `onCompleted`; the engine only carries it. */
export type ModelWorks = Record<ModelRequestKind, ModelWork>;
