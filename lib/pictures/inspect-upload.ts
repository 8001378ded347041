import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import { fileKindOf, isAcceptedKind, KIND_HEAD_BYTES } from './file-kind';
import { UPLOAD_MAX_BYTES, UPLOAD_MAX_MEGABYTES } from './limits';

/** A sender that is silent for so long is gone. */
const IDLE_LIMIT_MS = 60_000;

export type InspectedUpload = {
  /** The bytes as they come; fails with the refusal as soon as it is certain. */
  stream: Readable;
  /** Why the stream failed, for when the store that read it reports something else. */
  failure: () => DomainError | null;
  /** After the stream's end. */
  result: () => { bytes: number; contentHash: string };
};

/**
 * Counts, hashes and checks an upload while it passes: at most one chunk and the first 512 bytes are in memory.
 * The stream fails with DomainError "picture.not_an_image", "picture.unsupported_type", "picture.heic",
 * "picture.too_large_file" or "picture.upload_incomplete".
 * @param announcedBytes what Content-Length said; another number of bytes is an incomplete upload
 */
export function inspectUpload(
  body: ReadableStream<Uint8Array> | null,
  announcedBytes: number | null,
  idleLimitMs = IDLE_LIMIT_MS,
): InspectedUpload {
  const hash = createHash('sha256');
  let bytes = 0;
  let failure: DomainError | null = null;

  async function* inspected(): AsyncGenerator<Buffer> {
    const reader = body?.getReader();
    let head: Buffer | null = Buffer.alloc(0);
    try {
      while (reader) {
        const { done, value } = await withinIdleLimit(reader.read(), idleLimitMs);
        if (done) break;
        bytes += value.byteLength;
        if (bytes > UPLOAD_MAX_BYTES) {
          throw new DomainError('picture.too_large_file', { max: UPLOAD_MAX_MEGABYTES });
        }
        hash.update(value);
        const chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        if (head === null) {
          yield chunk;
          continue;
        }
        head = Buffer.concat([head, chunk]);
        if (head.length < KIND_HEAD_BYTES) continue;
        requireAccepted(head);
        yield head;
        head = null;
      }
      if (announcedBytes !== null && bytes !== announcedBytes) {
        throw new DomainError('picture.upload_incomplete');
      }
      if (head !== null) {
        requireAccepted(head);
        yield head;
      }
    } catch (error) {
      // Any other error is the connection's: it broke, or the sender gave up.
      failure =
        error instanceof DomainError
          ? error
          : new DomainError('picture.upload_incomplete', {}, { cause: error });
      throw failure;
    } finally {
      if (reader) await letGo(reader, bytes, idleLimitMs);
    }
  }

  return {
    stream: Readable.from(inspected(), { objectMode: false }),
    failure: () => failure,
    result: () => ({ bytes, contentHash: hash.digest('hex') }),
  };
}

function requireAccepted(head: Buffer): void {
  const kind = fileKindOf(head.subarray(0, KIND_HEAD_BYTES));
  if (isAcceptedKind(kind)) return;
  if (kind === null) throw new DomainError('picture.not_an_image');
  if (kind === 'HEIC') throw new DomainError('picture.heic');
  throw new DomainError('picture.unsupported_type', { kind });
}

/**
 * Reads on to the end of a refused upload, up to the size limit: a browser looks at the answer only after it has sent
 * everything, and would otherwise report a broken connection instead of the reason.
 */
async function letGo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  bytesSoFar: number,
  idleLimitMs: number,
): Promise<void> {
  let bytes = bytesSoFar;
  try {
    while (bytes <= UPLOAD_MAX_BYTES) {
      const { done, value } = await withinIdleLimit(reader.read(), idleLimitMs);
      if (done) return;
      bytes += value.byteLength;
    }
  } catch {
    // The connection is broken: there is nobody left to answer.
  }
  await reader.cancel().catch(() => undefined);
}

async function withinIdleLimit<T>(read: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no data')), limitMs);
  });
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}
