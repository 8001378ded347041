import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { DomainError } from '@/lib/core/errors';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { assertByteRange, assertFileKey, assertFilePrefix, type ByteRange } from './file-key';

const CONNECTION_TIMEOUT_MS = 5_000;
/** Silence on an open connection; a large file may take longer as a whole. */
const IDLE_TIMEOUT_MS = 30_000;
const TRIES = 3;
const RETRY_DELAY_MS = 300;

export type S3Settings = {
  /** Leave out for AWS itself. With it, buckets are addressed by path, which every other server understands. */
  endpoint: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Files in one private bucket of any S3-compatible store. */
export class S3Store implements FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: S3Settings) {
    this.bucket = settings.bucket;
    this.client = new S3Client({
      region: settings.region,
      credentials: {
        accessKeyId: settings.accessKeyId,
        secretAccessKey: settings.secretAccessKey,
      },
      ...(settings.endpoint ? { endpoint: settings.endpoint, forcePathStyle: true } : {}),
      // The SDK's default adds trailers that stores other than AWS keep as part of the file (api-contracts 8.1).
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: TRIES,
      requestHandler: {
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        socketTimeout: IDLE_TIMEOUT_MS,
      },
    });
  }

  async put(key: string, body: Readable | Buffer, contentType: string): Promise<{ bytes: number }> {
    assertFileKey(key);
    if (Buffer.isBuffer(body)) {
      const md5 = createHash('md5').update(body).digest('base64');
      await this.upload(key, () => body, body.length, md5, contentType);
      return { bytes: body.length };
    }
    // The store wants the length before the first byte, and a second try needs the bytes again.
    return withTemporaryFile(async (file) => {
      const { bytes, md5 } = await measure(body, file);
      await this.upload(key, () => createReadStream(file), bytes, md5, contentType);
      return { bytes };
    });
  }

  async putFile(key: string, source: string, contentType: string): Promise<{ bytes: number }> {
    assertFileKey(key);
    const { bytes, md5 } = await measure(createReadStream(source));
    await this.upload(key, () => createReadStream(source), bytes, md5, contentType);
    return { bytes };
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    assertFileKey(key);
    if (range) assertByteRange(range);
    try {
      const answer = await this.client.send(
        new GetObjectCommand({
          Bucket: this.bucket,
          Key: key,
          ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
        }),
      );
      return answer.Body instanceof Readable ? answer.Body : Readable.from([]);
    } catch (error) {
      // A range behind the last byte: a folder gives nothing there, and so does this store.
      if (range && statusOf(error) === 416) return Readable.from([]);
      throw asMissing(error, key);
    }
  }

  async readAll(key: string): Promise<Buffer> {
    return buffer(await this.read(key));
  }

  async localCopy(key: string): Promise<{ path: string; release(): Promise<void> }> {
    const folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-file-'));
    const release = () => rm(folder, { recursive: true, force: true });
    try {
      const file = path.join(folder, path.basename(key));
      await pipeline(await this.read(key), createWriteStream(file, { mode: 0o600 }));
      return { path: file, release };
    } catch (error) {
      await release();
      throw error;
    }
  }

  async stat(key: string): Promise<{ bytes: number } | null> {
    assertFileKey(key);
    try {
      const head = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return { bytes: head.ContentLength ?? 0 };
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    assertFileKey(key);
    try {
      await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }

  async *list(prefix: string): AsyncIterable<string> {
    assertFilePrefix(prefix);
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({
          Bucket: this.bucket,
          Prefix: prefix,
          ...(token ? { ContinuationToken: token } : {}),
        }),
      );
      for (const entry of page.Contents ?? []) if (entry.Key !== undefined) yield entry.Key;
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token);
  }

  /** The SDK does not repeat a streamed body, so each try opens it anew. */
  private async upload(
    key: string,
    open: () => Readable | Buffer,
    bytes: number,
    md5: string,
    contentType: string,
  ): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.client.send(
          new PutObjectCommand({
            Bucket: this.bucket,
            Key: key,
            Body: open(),
            ContentLength: bytes,
            // The store refuses bytes that changed on the way.
            ContentMD5: md5,
            ContentType: contentType,
          }),
        );
        return;
      } catch (error) {
        const status = statusOf(error);
        const mayPass = status === undefined || status >= 500 || status === 429;
        if (attempt >= TRIES || !mayPass) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS * attempt));
      }
    }
  }
}

/** Reads a stream to its end, into `file` when given. A stream that breaks off throws, and nothing is uploaded. */
async function measure(source: Readable, file?: string): Promise<{ bytes: number; md5: string }> {
  const hash = createHash('md5');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, file ? chunk : undefined);
    },
  });
  if (file) await pipeline(source, meter, createWriteStream(file, { mode: 0o600 }));
  else await pipeline(source, meter.resume());
  return { bytes, md5: hash.digest('base64') };
}

async function withTemporaryFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-file-'));
  try {
    return await work(path.join(folder, randomUUID()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

function isAbsent(error: unknown): boolean {
  // A HEAD answer has no body and so no error name; a missing bucket must not pass as a missing file.
  return (
    error instanceof S3ServiceException &&
    (error.name === 'NoSuchKey' || (error.name === 'NotFound' && statusOf(error) === 404))
  );
}

function asMissing(error: unknown, key: string): unknown {
  if (!isAbsent(error)) return error;
  return new DomainError('storage.missing', {}, { cause: new Error(`no file ${key}`) });
}
