import type { Readable } from 'node:stream';

/**
 * Private files by key. Keys are ours ("pictures/ab/…"), never a customer's text. A folder or an S3 bucket.
 * A failed write leaves nothing readable under the key.
 */
export interface FileStore {
  /** Stores the whole stream, replacing what was there. @returns bytes written */
  put(key: string, body: Readable | Buffer, contentType: string): Promise<{ bytes: number }>;
  /** Copies a local file into the store; the local file stays. */
  putFile(key: string, path: string, contentType: string): Promise<{ bytes: number }>;
  /** @throws DomainError "storage.missing" */
  read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** @throws DomainError "storage.missing" */
  readAll(key: string): Promise<Buffer>;
  /** Brings the file to a local path (a temporary copy or the stored file itself) that is valid until release(). */
  localCopy(key: string): Promise<{ path: string; release(): Promise<void> }>;
  stat(key: string): Promise<{ bytes: number } | null>;
  /** Deleting what is not there is success. */
  delete(key: string): Promise<void>;
  list(prefix: string): AsyncIterable<string>;
}
