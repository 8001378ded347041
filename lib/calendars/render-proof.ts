import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { DomainError, type ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { dayAt, type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { makeWorkFolder } from '@/lib/core/work-folder';
import type { Ctx } from '@/lib/db/context';
import type { ProofKind } from '@/lib/db/generated/client';
import { type Edition, PRESS_IDS, pressOf } from '@/lib/print/press';
import type { MeasuredPicture } from '@/lib/print/print-input';
import type { Theme } from '@/lib/print/theme';
import { OwnDateSchema, picturesIn } from './document';
import { measuredPicture } from './measured-picture';
import { printCacheOf } from './print-cache';
import {
  claimProof,
  deleteUnusedProof,
  findProofToRender,
  findUnusedProofs,
  markProofFailed,
  markProofProgress,
  markProofReady,
  type ProofRow,
} from './proof-store';
import { readDocument } from './read-document';
import { renderPrintFile } from './render-print-file';
import { findOwnPictures } from './store';

/** A proof that has cost this many workers their life is given up. */
export const ATTEMPTS_MAX = 4;
/** Unused proofs of a calendar that stay beside the newest one. */
const UNUSED_KEPT = 2;
/** Printed across each page of a free proof. */
const WATERMARK = 'TWELVEFOLD PROOF';

const EDITIONS: Record<ProofKind, Edition> = { PROOF: 'proof', PRINT: 'press', DIGITAL: 'digital' };

const PressIdSchema = z.enum(PRESS_IDS);

const EntriesSchema = z.array(
  z.object({
    date: z.custom<PlainDate>((v) => typeof v === 'string' && parsePlainDate(v) !== null),
    text: z.string(),
    kind: z.enum(['public-holiday', 'observance', 'birthday', 'anniversary', 'other']),
    mark: OwnDateSchema.pick({
      icon: true,
      colour: true,
      picture: true,
      personId: true,
    }).exactOptional(),
  }),
) satisfies z.ZodType<DayEntry[]>;

/**
 * Renders one proof from its frozen document and entries. Safe to repeat at any point: a finished proof is left alone, a
 * half-finished one is rendered again from the start, and of two workers the first to finish decides (both files are
 * the same bytes under the same key).
 * @throws what made this attempt fail, so that the queue tries again; the last attempt marks the proof FAILED instead
 */
export async function renderProof(ctx: Ctx, proofId: Id<'proof'>): Promise<void> {
  if (!(await claimProof(ctx, proofId))) return;
  const proof = await findProofToRender(ctx, proofId);
  if (!proof) return;
  if (proof.attempts > ATTEMPTS_MAX) {
    ctx.log.error('proof given up', new Error(`proof ${proofId} was taken up too often`));
    await markProofFailed(ctx, proofId, 'proof.failed');
    return;
  }
  try {
    await renderClaimed(ctx, proof);
  } catch (error) {
    const failure = lastingFailureOf(error);
    if (failure === null && proof.attempts < ATTEMPTS_MAX) throw error;
    ctx.log.error('proof failed', error, { proofId });
    await markProofFailed(ctx, proofId, failure ?? 'proof.failed');
    return;
  }
  await removeUnused(ctx, proof);
}

/** Failures that another try cannot mend. */
function lastingFailureOf(error: unknown): ErrorCode | null {
  if (!(error instanceof DomainError)) return null;
  return error.code === 'print.asset_missing' || error.code === 'storage.missing'
    ? 'print.asset_missing'
    : null;
}

async function renderClaimed(
  ctx: Ctx,
  proof: ProofRow & { calendar: { ownerId: string; title: string } },
): Promise<void> {
  const document = readDocument(proof.document);
  const owner = { ownerId: proof.calendar.ownerId as Id<'user'> };
  const wanted = picturesIn(document);
  const rows = await findOwnPictures(ctx, owner, wanted);
  const folder = await makeWorkFolder('proof');
  const copies: { release(): Promise<void> }[] = [];
  try {
    const pictures = new Map<Id<'picture'>, MeasuredPicture & { path: string }>();
    for (const id of wanted) {
      const row = rows.find((candidate) => candidate.id === id);
      if (!row?.widthPx || !row.heightPx || row.status !== 'READY') {
        throw new DomainError('print.asset_missing');
      }
      const copy = await ctx.providers.files.localCopy(row.masterKey);
      copies.push(copy);
      pictures.set(id, { ...measuredPicture(row), path: copy.path });
    }
    const out = path.join(folder, 'calendar.pdf');
    let progress: Promise<void> = Promise.resolve();
    const result = await renderPrintFile({
      document,
      entries: EntriesSchema.parse(proof.entries),
      pictures,
      hasAiPictures: rows.some(({ origin }) => origin !== 'UPLOAD'),
      out,
      watermark: proof.kind === 'PROOF' ? WATERMARK : null,
      // Written by us from checked themes, and frozen with the proof.
      themes: proof.themes as unknown as Theme[],
      edition: EDITIONS[proof.kind],
      press: pressOf(PressIdSchema.parse(proof.pressId)),
      cacheDir: printCacheOf(owner.ownerId),
      today: dayAt(ctx.clock.now(), 'UTC'),
      onProgress: (pagesDone) => {
        progress = progress
          .then(() => markProofProgress(ctx, proof.id, pagesDone))
          // Only the bar on the screen stands still then; the file is what counts.
          .catch((error) => ctx.log.warn('proof progress not stored', { error: String(error) }));
      },
    });
    await progress;
    const fileKey = `proofs/${proof.id}/${result.sha256}.pdf`;
    await ctx.providers.files.putFile(fileKey, out, 'application/pdf');
    await markProofReady(ctx, proof.id, {
      fileKey,
      fileSha256: result.sha256,
      fileBytes: result.bytes,
      pagesDone: result.pageCount,
      preflight: result.preflight,
    });
  } finally {
    for (const copy of copies) await copy.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the files of a calendar that is edited and proofed for weeks from piling up. */
async function removeUnused(ctx: Ctx, proof: ProofRow): Promise<void> {
  // Digital editions are made for orders only and stay as long as those.
  if (proof.kind === 'DIGITAL') return;
  for (const { id, fileKey } of await findUnusedProofs(ctx, proof, UNUSED_KEPT)) {
    if (!(await deleteUnusedProof(ctx, id))) continue;
    if (fileKey) await ctx.providers.files.delete(fileKey);
  }
}
