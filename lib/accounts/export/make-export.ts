import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { makeWorkFolder } from '@/lib/core/work-folder';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { queueMail } from '@/lib/messages/queue-mail';
import { appLink } from '../app-link';
import {
  findExpiredExports,
  findPictureFiles,
  findQueuedExport,
  finishExport,
  forgetExportFile,
} from './export-store';
import { asExportJson, PERSONAL_TABLES } from './personal-tables';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Makes the file of an export and tells the person. Safe to repeat; one that is made already stays as it is. */
export async function makeExport(ctx: Ctx, dataExportId: Id<'dataExport'>): Promise<void> {
  const wanted = await findQueuedExport(ctx, dataExportId);
  if (!wanted) return;
  const { user } = wanted;
  const folder = await makeWorkFolder('export');
  const file = path.join(folder, 'export.zip');
  const fileKey = `exports/${dataExportId}.zip`;
  try {
    await writeZip(ctx, user.id, file);
    const { bytes } = await ctx.providers.files.putFile(fileKey, file, 'application/zip');
    const expiresAt = new Date(ctx.clock.now().getTime() + KEPT_MS);
    const isWanted = await inTransaction(ctx, async (tx) => {
      const done = { fileKey, fileBytes: bytes, expiresAt };
      if (!(await finishExport(tx, dataExportId, done))) return false;
      if (user.email === null) return true;
      await queueMail(tx, {
        dedupeKey: `export:${dataExportId}`,
        to: user.email,
        template: 'export-ready',
        locale: user.setting?.interfaceLanguage ?? 'en',
        data: { url: appLink('/account/data') },
        userId: user.id as Id<'user'>,
      });
      return true;
    });
    // Erased meanwhile: nobody would remove it any more.
    if (!isWanted) await ctx.providers.files.delete(fileKey);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One picture after the other: the largest of them is all that is ever held. */
async function writeZip(ctx: Ctx, userId: string, file: string): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 }));
  for (const [name, read] of Object.entries(PERSONAL_TABLES)) {
    const rows = await read(ctx.db, userId);
    if (rows.length > 0) zip.addBuffer(Buffer.from(asExportJson(rows)), `data/${name}.json`);
  }
  for (const { id, fileName, masterKey } of await findPictureFiles(ctx, userId)) {
    const bytes = await ctx.providers.files.readAll(masterKey).catch((error: unknown) => {
      // Deleted a moment ago.
      if (error instanceof DomainError && error.code === 'storage.missing') return null;
      throw error;
    });
    const name = fileName.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-80) || 'picture';
    if (bytes) zip.addBuffer(bytes, `pictures/${id}_${name}`, { compress: false });
  }
  zip.end();
  await written;
}

/** Removes files that were there for a week. */
export async function sweepExports(ctx: Ctx): Promise<void> {
  for (const { id, fileKey } of await findExpiredExports(ctx, ctx.clock.now())) {
    if (fileKey) await ctx.providers.files.delete(fileKey);
    await forgetExportFile(ctx, id);
  }
}
