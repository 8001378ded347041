import { rm } from 'node:fs/promises';
import type { Id } from '@/lib/core/ids';
import { addDays, dayAt } from '@/lib/core/plain-date';
import { makeWorkFolder } from '@/lib/core/work-folder';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { firstBytes } from './decode-made';
import { type DecodedPicture, runDecoder } from './decoder/run-decoder';
import { takenOnFrom } from './exif-date';
import { fileKindOf, isAcceptedKind } from './file-kind';
import { deleteStoredFiles, newStoredKeys, uploadKey } from './storage-keys';
import { countAttempt, findForJob, type IngestRow, settleReceived } from './store';
import { dropDecoded, storeDecoded } from './store-decoded';

/** A file that ended its worker so often before is not tried again. */
const ATTEMPTS_MAX = 4;

/**
 * Turns a received file into a picture: decodes it in a process of its own, stores our own JPEGs of it, and then makes
 * all of it visible in one step; or refuses it with the reason. The received bytes are deleted either way.
 * Safe to repeat and to run twice at once; after a crash the next run starts over and removes what the last one left.
 * @throws Error when the machine, not the file, is the problem
 */
export async function ingestPicture(ctx: Ctx, pictureId: Id<'picture'>): Promise<void> {
  const row = await findForJob(ctx, pictureId);
  if (!row || row.deletedAt !== null) {
    await deleteStoredFiles(ctx.providers.files, pictureId);
    return;
  }
  if (row.status !== 'RECEIVED') {
    await ctx.providers.files.delete(uploadKey(pictureId));
    return;
  }
  if (!(await countAttempt(ctx, pictureId))) return;
  if (row.ingestAttempts >= ATTEMPTS_MAX) {
    ctx.log.warn('picture refused after its workers died', { picture: pictureId });
    await refuse(ctx, row, 'picture.too_complex');
    return;
  }
  const folder = await makeWorkFolder('ingest');
  try {
    await decodeAndStore(ctx, row, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function decodeAndStore(ctx: Ctx, row: IngestRow, folder: string): Promise<void> {
  const pictureId = row.id as Id<'picture'>;
  const local = await ctx.providers.files.localCopy(row.masterKey);
  try {
    const kind = fileKindOf(await firstBytes(local.path));
    if (!isAcceptedKind(kind)) {
      await refuse(ctx, row, 'picture.not_an_image');
      return;
    }
    const decoded = await runDecoder(local.path, folder, kind);
    if (decoded.refused !== null) {
      ctx.log.info('picture refused', {
        picture: pictureId,
        reason: decoded.refused,
        detail: decoded.detail,
      });
      await refuse(ctx, row, `picture.${decoded.refused}`);
      return;
    }
    await store(ctx, row, decoded);
  } finally {
    await local.release();
  }
}

async function store(ctx: Ctx, row: IngestRow, decoded: DecodedPicture): Promise<void> {
  const pictureId = row.id as Id<'picture'>;
  const keys = newStoredKeys(pictureId);
  const columns = await storeDecoded(ctx, keys, decoded);
  // A camera ahead of our clock may be a day further east.
  const latest = addDays(dayAt(ctx.clock.now(), 'UTC'), 1);
  const takenOn = takenOnFrom(decoded.exif, latest);
  const isSettled = await settle(ctx, row, {
    status: 'READY',
    ...columns,
    // A file that says so itself, as ours do when they come back in a project, is not taken for a photo.
    ...(decoded.isAi ? { origin: 'GENERATION' as const } : {}),
    takenOn: takenOn ? toDateColumn(takenOn) : null,
  });
  if (isSettled) await deleteStoredFiles(ctx.providers.files, pictureId, keys);
  else await dropDecoded(ctx, keys);
}

async function refuse(ctx: Ctx, row: IngestRow, refusalCode: string): Promise<void> {
  const isSettled = await settle(ctx, row, { status: 'REFUSED', refusalCode });
  if (isSettled) await deleteStoredFiles(ctx.providers.files, row.id as Id<'picture'>);
}

/** The one step in which a picture becomes ready or refused, and its owner's screens hear of it. */
function settle(
  ctx: Ctx,
  row: IngestRow,
  data: Prisma.PictureUpdateManyMutationInput & { status: 'READY' | 'REFUSED' },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const isSettled = await settleReceived(tx, row.id as Id<'picture'>, data);
    if (isSettled) {
      await notifyOwner(tx, row.ownerId as Id<'user'>, {
        type: 'picture',
        id: row.id,
        status: data.status,
      });
    }
    return isSettled;
  });
}
