import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';
import type { Upscale } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import {
  dropStored,
  replaceMaster,
  type StoredMaster,
  storeMaster,
} from '@/lib/pictures/print-master';
import { releaseHold, settleHold } from '@/lib/stars/ledger';
import { fileUrlForModel } from './model-files';
import type { ModelWork } from './requests/model-work';
import { requestModel } from './requests/request-model';
import { upscalerSettings } from './upscale-plan';
import { findUpscale, lockUpscale, moveUpscale } from './upscale-store';
import { isOpen, OPEN_WORK } from './work-states';

/** 40 megapixels of noise as PNG. */
const RESULT_MAX_BYTES = 120 * 1024 * 1024;

/** A failure that may pass is tried once more before the stars go back. */
const ATTEMPTS_MAX = 2;

/** What aura-sr and topaz answer; the rest of it is for nobody. */
const OutputSchema = z.object({ image: z.object({ url: z.string() }) });

/** Enlarging a generated picture for print: the result becomes the picture's master. */
export const upscaleWork: ModelWork<StoredMaster> = {
  async prepare(ctx, { subjectId }) {
    const row = await findUpscale(ctx, subjectId);
    if (!row || !isOpen(row)) return null;
    const settings = upscalerSettings(row.baseModel.settings);
    if (!settings) throw new DomainError('base_model.invalid');
    if (row.picture.deletedAt !== null) throw new DomainError('picture.not_found');
    const url = await fileUrlForModel(ctx, {
      key: row.picture.masterKey,
      contentType: 'image/jpeg',
      fileName: 'picture.jpg',
    });
    const asked = { [settings.factorField]: row.factor, ...settings.extra };
    return {
      input: { image_url: url, ...asked },
      record: { pictureId: row.pictureId, ...asked },
    };
  },

  async onStarted(tx, { subjectId }) {
    const row = await lockUpscale(tx, subjectId);
    if (row?.status === 'RUNNING') return true;
    if (row?.status !== 'QUEUED') return false;
    await moveUpscale(tx, row.id, ['QUEUED'], { status: 'RUNNING', startedAt: tx.clock.now() });
    await tell(tx, row, 'RUNNING');
    return true;
  },

  async onProgress(tx, { subjectId }) {
    const row = await findUpscale(tx, subjectId);
    if (row) await tell(tx, row, row.status);
  },

  async collect(ctx, request, output) {
    const parsed = OutputSchema.safeParse(output);
    const row = await findUpscale(ctx, request.subjectId);
    if (!parsed.success || !row) {
      const detail = parsed.error ? z.prettifyError(parsed.error) : 'The enlargement is gone.';
      return { ok: false, failure: { kind: 'ours', type: 'unexpected_output', detail } };
    }
    const result = await fetchMaster(ctx, row, parsed.data.image.url);
    if (!result.ok) {
      const detail = `The enlarged picture cannot be used: ${result.reason}.`;
      return { ok: false, failure: { kind: 'temporary', type: result.reason, detail } };
    }
    const { widthPx, heightPx, masterBytes } = result.stored;
    return { ok: true, made: result.stored, record: { widthPx, heightPx, masterBytes } };
  },

  async onCompleted(tx, { subjectId }, made) {
    const row = await lockUpscale(tx, subjectId);
    if (row?.status !== 'RUNNING') return false;
    if (!(await replaceMaster(tx, row.ownerId as Id<'user'>, sizeBefore(row), made))) {
      // Deleted meanwhile: nobody has anything of it, so nobody pays.
      await endUpscale(tx, row, 'CANCELLED', 'picture.not_found');
      return false;
    }
    await moveUpscale(tx, row.id, ['RUNNING'], {
      status: 'COMPLETED',
      toWidthPx: made.widthPx,
      toHeightPx: made.heightPx,
      completedAt: tx.clock.now(),
    });
    if (row.holdId) await settleHold(tx, row.holdId);
    await tell(tx, row, 'COMPLETED');
    return true;
  },

  discard(ctx, made) {
    return dropStored(ctx, made);
  },

  async onFailed(tx, request, failure) {
    const row = await lockUpscale(tx, request.subjectId);
    if (!row || !isOpen(row)) return;
    // One that was lost may still run there: a second one beside it would be billed twice.
    const mayPass = failure.kind === 'temporary' && failure.code !== 'model.lost';
    if (mayPass && request.attempt < ATTEMPTS_MAX) {
      const { kind, subjectId, endpoint } = request;
      await requestModel(tx, { kind, subjectId, attempt: request.attempt + 1, endpoint });
      return;
    }
    await endUpscale(tx, row, 'FAILED', failure.code);
  },
};

/** @throws DomainError "model.unavailable" when the file cannot be had now */
async function fetchMaster(ctx: Ctx, row: Upscale, url: string) {
  try {
    const body = await ctx.providers.models.download(url, RESULT_MAX_BYTES);
    return await storeMaster(ctx, row.pictureId as Id<'picture'>, sizeBefore(row), body);
  } catch (error) {
    // Too large, or on a host that is not the provider's: it never can be had.
    if (!(error instanceof DomainError) || error.code !== 'model.failed') throw error;
    return { ok: false, reason: 'file_refused' } as const;
  }
}

/**
 * Ends an open enlargement without a result: its stars come back. The row is locked by the caller.
 * @param code of errors.<code>; "cancelled" for whom nothing went wrong
 * @returns false when it was over before
 */
export async function endUpscale(
  tx: TxCtx,
  row: Upscale,
  status: 'FAILED' | 'CANCELLED',
  code: string,
): Promise<boolean> {
  const isMoved = await moveUpscale(tx, row.id, OPEN_WORK, {
    status,
    errorCode: status === 'FAILED' ? code : null,
    completedAt: tx.clock.now(),
  });
  if (!isMoved) return false;
  if (row.holdId) await releaseHold(tx, row.holdId, code);
  await tell(tx, row, status);
  return true;
}

function sizeBefore({ fromWidthPx, fromHeightPx }: Upscale) {
  return { widthPx: fromWidthPx, heightPx: fromHeightPx };
}

function tell(tx: TxCtx, { id, ownerId }: Upscale, status: string): Promise<void> {
  return notifyOwner(tx, ownerId as Id<'user'>, { type: 'upscale', id, status });
}
