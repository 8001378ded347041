import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { contentHash } from '../content-hash';
import { picturesIn } from '../document';
import { loadCorrections } from '../holiday-corrections';
import { printedContent } from '../printed-content';
import { findProofByContent, isEditionPaid } from '../proof-store';
import { readDocument } from '../read-document';
import { findCalendar, findOwnPictures } from '../store';
import { PROJECT_FORMAT, PROJECT_JSON, PROJECT_PDF, type Project } from './project-file';

/** Every file of the archive carries this day, so that the same calendar gives the same archive. */
const FIXED_TIME = new Date(Date.UTC(2000, 0, 1));
/** JPEG and PDF are compressed already. */
const AS_IT_IS = { mtime: FIXED_TIME, compress: false, forceDosTimestamp: true } as const;

/**
 * A whole calendar as one ZIP archive: the document, its photos as they are printed, and its PDF when one of exactly
 * this state has been made (the digital edition where it was bought, else the proof). Files are read one after another while the archive is
 * taken away.
 * @throws DomainError "calendar.not_found", and "picture.not_ready" while a photo is still being read
 */
export async function exportProject(
  ctx: Ctx,
  calendarId: Id<'calendar'>,
): Promise<{ fileName: string; stream: NodeJS.ReadableStream; hasPdf: boolean }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const row = await findCalendar(ctx, owner, calendarId);
  if (!row) throw new DomainError('calendar.not_found');
  const document = readDocument(row.document);
  const pictures = await findOwnPictures(ctx, owner, picturesIn(document));
  if (pictures.some(({ status }) => status !== 'READY')) throw new DomainError('picture.not_ready');

  const project: Project = {
    product: 'twelvefold',
    format: PROJECT_FORMAT,
    title: row.title,
    document,
    pictures: pictures.map(({ id, fileName }, index) => ({
      id: id as Id<'picture'>,
      file: `pictures/${String(index + 1).padStart(3, '0')}.jpg`,
      fileName,
    })),
  };
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(project, null, 2)), PROJECT_JSON, {
    ...AS_IT_IS,
    compress: true,
  });
  pictures.forEach(({ masterKey }, index) => {
    const path = project.pictures[index]?.file;
    if (path) addStored(ctx, zip, path, masterKey);
  });
  const pdfKey = await finishedPdf(ctx, owner, calendarId, document);
  if (pdfKey) addStored(ctx, zip, PROJECT_PDF, pdfKey);
  zip.end();
  return {
    fileName: `twelvefold-${document.from}.zip`,
    stream: zip.outputStream,
    hasPdf: pdfKey !== null,
  };
}

/** Opened only when its turn comes: an archive of a hundred photos must not hold a hundred files open. */
function addStored(ctx: Ctx, zip: ZipFile, path: string, key: string): void {
  zip.addReadStreamLazy(path, AS_IT_IS, (done) => {
    ctx.providers.files.read(key).then(
      (stream: Readable) => done(null, stream),
      (error: unknown) => done(error, null as never),
    );
  });
}

async function finishedPdf(
  ctx: Ctx,
  owner: { ownerId: Id<'user'> },
  calendarId: string,
  document: ReturnType<typeof readDocument>,
): Promise<string | null> {
  const hash = contentHash(await printedContent(ctx, owner, document, await loadCorrections(ctx)));
  const isPaid = await isEditionPaid(ctx, calendarId, hash);
  for (const kind of isPaid ? (['DIGITAL', 'PROOF'] as const) : (['PROOF'] as const)) {
    const proof = await findProofByContent(ctx, calendarId, kind, hash);
    if (proof?.status === 'READY' && proof.fileKey) return proof.fileKey;
  }
  return null;
}
