import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { makeWorkFolder } from '@/lib/core/work-folder';
import { asPerson, type Ctx } from '@/lib/db/context';
import { UPLOAD_MAX_BYTES } from '@/lib/pictures/limits';
import { receivePicture } from '@/lib/pictures/receive-picture';
import { type CalendarDocument, picturesIn, type Slot } from '../document';
import { readDocument } from '../read-document';
import { findOwnPictures } from '../store';
import {
  PROJECT_BYTES_MAX,
  PROJECT_JSON,
  PROJECT_JSON_BYTES_MAX,
  type Project,
  ProjectSchema,
} from './project-file';

/** The calendar of an archive with its photos in this person's library. Nothing is stored of it but the photos. */
export type ImportedProject = {
  title: string;
  document: CalendarDocument;
  /** Photos that the document places and that are still being read; the calendar can be made once they are ready. */
  pictureIds: Id<'picture'>[];
};

/**
 * Reads a project archive: checks all of it, then takes its photos into the library as if they were uploaded. A photo
 * that the person still has under its old id is used as it is. Names in the archive never become paths.
 * @throws DomainError "project.unreadable", "project.too_large", "calendar.invalid", and those of receivePicture; the
 *   library then may have got some photos, and the same archive again adds none twice
 */
export async function importProject(
  ctx: Ctx,
  body: ReadableStream<Uint8Array> | null,
): Promise<ImportedProject> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const folder = await makeWorkFolder('project');
  try {
    const archive = path.join(folder, 'project.zip');
    await receive(body, archive);
    const zip = await openArchive(archive);
    try {
      const entries = await entriesOf(zip);
      const project = await projectOf(zip, entries);
      const document = readDocument(project.document);
      const placed = new Set<string>(picturesIn(document));
      const wanted = project.pictures.filter(({ id }) => placed.has(id));
      const own = await findOwnPictures(
        ctx,
        owner,
        wanted.map(({ id }) => id),
      );
      const known = new Set(own.filter((row) => row.status === 'READY').map(({ id }) => id));
      const ids = new Map<string, Id<'picture'>>();
      for (const { id, file, fileName } of wanted) {
        if (known.has(id)) {
          ids.set(id, id);
          continue;
        }
        const entry = entries.get(file);
        if (!entry || entry.uncompressedSize > UPLOAD_MAX_BYTES) continue;
        const picture = await takePicture(ctx, zip, entry, fileName);
        ids.set(id, picture.id as Id<'picture'>);
      }
      const remapped = withPictures(document, ids);
      return { title: project.title, document: remapped, pictureIds: [...new Set(ids.values())] };
    } finally {
      zip.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws DomainError of receivePicture, and "project.unreadable" where the archive ends within the photo */
async function takePicture(
  ctx: Ctx,
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  fileName: string,
): Promise<{ id: string }> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const { picture } = await receivePicture(ctx, {
      fileName,
      announcedBytes: entry.uncompressedSize,
      body: Readable.toWeb(stream) as ReadableStream<Uint8Array>,
    });
    return picture;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('project.unreadable', {}, { cause: error });
  }
}

async function receive(body: ReadableStream<Uint8Array> | null, file: string): Promise<void> {
  if (!body) throw new DomainError('project.unreadable');
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > PROJECT_BYTES_MAX) done(new DomainError('project.too_large'));
      else done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(body as never), limit, createWriteStream(file));
}

/** A damaged archive says so in its own words; people are told one sentence, the log has the cause. */
async function openArchive(file: string): Promise<yauzl.ZipFile> {
  return yauzl
    .openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true })
    .catch((error: unknown) => {
      throw new DomainError('project.unreadable', {}, { cause: error });
    });
}

/** More than the JSON, the PDF and the photos can ever be. */
const ENTRIES_MAX = 1000;

/** By name; of two entries of one name the archive is refused, because programs differ in which one they take. */
async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      if (entries.has(entry.fileName) || entries.size >= ENTRIES_MAX) {
        throw new DomainError('project.unreadable');
      }
      if (bytes > PROJECT_BYTES_MAX) throw new DomainError('project.too_large');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('project.unreadable', {}, { cause: error });
  }
  return entries;
}

async function projectOf(
  zip: yauzl.ZipFile,
  entries: ReadonlyMap<string, yauzl.Entry>,
): Promise<Project> {
  const entry = entries.get(PROJECT_JSON);
  if (!entry || entry.uncompressedSize > PROJECT_JSON_BYTES_MAX) {
    throw new DomainError('project.unreadable');
  }
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return ProjectSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new DomainError('project.unreadable', {}, { cause: error });
  }
}

/** The document with the pictures of this library; a slot whose picture did not come along is empty. */
function withPictures(
  document: CalendarDocument,
  ids: ReadonlyMap<string, Id<'picture'>>,
): CalendarDocument {
  return mapSlots(document, (slot) => {
    const pictureId = ids.get(slot.pictureId);
    return pictureId ? { ...slot, pictureId } : null;
  });
}

function mapSlots(
  document: CalendarDocument,
  change: (slot: Slot) => Slot | null,
): CalendarDocument {
  const page = (before: CalendarDocument['cover']) => ({
    ...before,
    slots: before.slots.map((slot) => slot && change(slot)),
  });
  return {
    ...document,
    cover: page(document.cover),
    pages: document.pages.map(page),
    dates: document.dates.map((date) => ({
      ...date,
      picture: date.picture && change(date.picture),
    })),
  };
}
