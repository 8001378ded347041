import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { openApprovedFile } from './approved-file';
import { openHandOff } from './hand-off-zip';
import { itemsToPrint } from './items-to-print';
import { printFileName } from './print-file-name';
import { isLostPrintJob } from './print-job-states';
import { readPrintLink } from './print-links';
import { findPrintJob } from './store';

export type LinkedFile = {
  stream: Readable;
  /** Null where it is made while it is read. */
  bytes: number | null;
  fileName: string;
  contentType: string;
};

/**
 * Opens what a link to a print house stands for: one print file, or everything of one print job. A job that was refused
 * or cancelled has nothing to fetch any more.
 * @throws DomainError "request.not_found" for every link that is not a living one of ours
 */
export async function openPrintLink(ctx: Ctx, token: string): Promise<LinkedFile> {
  const link = readPrintLink(ctx, token);
  const job = await findPrintJob(ctx, link.printJobId);
  if (!job || isLostPrintJob(job.status)) throw new DomainError('request.not_found');
  if (link.kind === 'hand-off') {
    const { stream, fileName } = await openHandOff(ctx, [job.id]);
    return { stream, bytes: null, fileName, contentType: 'application/zip' };
  }
  const wanted = itemsToPrint(job).find(({ item }) => item.id === link.orderItemId);
  if (!wanted) throw new DomainError('request.not_found');
  const file = await openApprovedFile(ctx, wanted.item);
  const stream = createReadStream(file.path);
  stream.once('close', () => {
    file.release().catch((error) => ctx.log.error('local copy not released', error));
  });
  return {
    stream,
    bytes: file.bytes,
    fileName: printFileName(job, wanted.item, wanted.quantity),
    contentType: 'application/pdf',
  };
}
