import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { type ApprovedFile, openApprovedFile } from './approved-file';
import { itemsToPrint } from './items-to-print';
import { jobTicketPdf } from './job-ticket';
import { preflightPage } from './preflight-page';
import { handOffName, printFileName } from './print-file-name';
import { manualSettings } from './settings';
import { findPrintJob, type PrintJobRow } from './store';

/** In one download; a batch of more is handed over in parts. */
export const HAND_OFF_JOBS_MAX = 50;
const FOLDER = 'print-hand-off';

export type HandOffFile = { stream: Readable; fileName: string };

/**
 * Everything a press needs for some print jobs as one zip that is made while it is read: for each job its ticket, and
 * for each calendar the approved print file, byte for byte, and its preflight report. Several jobs have a folder each.
 * @throws DomainError "print_job.not_found", "storage.missing" before the first byte when a print file is gone or changed
 */
export async function openHandOff(ctx: Ctx, printJobIds: readonly string[]): Promise<HandOffFile> {
  const jobs: PrintJobRow[] = [];
  for (const id of printJobIds.slice(0, HAND_OFF_JOBS_MAX)) {
    const job = await findPrintJob(ctx, id);
    if (!job) throw new DomainError('print_job.not_found');
    jobs.push(job);
  }
  const [first] = jobs;
  if (!first) throw new DomainError('print_job.not_found');
  const day = first.createdAt.toISOString().slice(0, 10);
  return {
    stream: await zipOf(ctx, jobs),
    fileName:
      jobs.length === 1 ? `${handOffName(first)}.zip` : `print-batch_${day}_${jobs.length}.zip`,
  };
}

/** Puts the zip of one job into a folder of this installation's files, or of its S3 bucket. Same job, same place. */
export async function storeHandOff(ctx: Ctx, job: PrintJobRow, folder: string): Promise<string> {
  const key = `${FOLDER}/${folder}/${handOffName(job)}.zip`;
  await ctx.providers.files.put(key, await zipOf(ctx, [job]), 'application/zip');
  return key;
}

/** Deletes the zips of these jobs, in whichever folder they were put. */
export async function eraseHandOffs(
  ctx: Ctx,
  jobs: readonly { number: string; order: { number: string } }[],
): Promise<void> {
  if (jobs.length === 0) return;
  const names = new Set(jobs.map((job) => `${handOffName(job)}.zip`));
  for await (const key of ctx.providers.files.list(`${FOLDER}/`)) {
    if (names.has(key.slice(key.lastIndexOf('/') + 1))) await ctx.providers.files.delete(key);
  }
}

async function zipOf(ctx: Ctx, jobs: readonly PrintJobRow[]): Promise<Readable> {
  const opened: ApprovedFile[] = [];
  const release = () => {
    for (const file of opened.splice(0)) {
      file.release().catch((error) => ctx.log.error('local copy not released', error));
    }
  };
  const zip = new ZipFile();
  try {
    for (const job of jobs) await addJob(ctx, zip, job, jobs.length > 1, opened);
  } catch (error) {
    release();
    throw error;
  }
  zip.end();
  const stream = zip.outputStream as unknown as Readable;
  zip.on('error', (error: Error) => stream.destroy(error));
  stream.once('close', release);
  stream.once('end', release);
  return stream;
}

async function addJob(
  ctx: Ctx,
  zip: ZipFile,
  job: PrintJobRow,
  hasFolder: boolean,
  opened: ApprovedFile[],
): Promise<void> {
  const { language } =
    job.printHouse.kind === 'MANUAL'
      ? manualSettings(job.printHouse.settings)
      : { language: 'en' as const };
  const folder = hasFolder ? `${handOffName(job)}/` : '';
  const entry = { mtime: job.createdAt, compress: false };
  const ticket = await jobTicketPdf(ctx, job, language);
  zip.addBuffer(ticket, `${folder}${handOffName(job)}_job-ticket.pdf`, entry);
  for (const { item, quantity } of itemsToPrint(job)) {
    const file = await openApprovedFile(ctx, item);
    opened.push(file);
    const fileName = printFileName(job, item, quantity);
    const report = { fileName, sha256: item.fileSha256, report: item.preflight };
    // Opened only when its turn comes: a batch has more files than a process may hold open.
    zip.addReadStreamLazy(`${folder}${fileName}`, { ...entry, size: file.bytes }, (take) =>
      take(null, createReadStream(file.path)),
    );
    const stem = `${folder}${fileName.replace(/\.pdf$/, '')}_preflight`;
    zip.addBuffer(Buffer.from(JSON.stringify(report, null, 2)), `${stem}.json`, entry);
    zip.addBuffer(Buffer.from(preflightPage(report, language)), `${stem}.html`, entry);
  }
}
