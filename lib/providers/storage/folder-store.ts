import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { assertByteRange, assertFileKey, assertFilePrefix, type ByteRange } from './file-key';

/** Pictures of people: readable by the process's own user only. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const TEMP_FOLDER = '.incoming';
/** A temporary file this old belongs to a process that died: no upload takes a day. */
const TEMP_AGE_MAX_MS = 24 * 60 * 60 * 1000;

/**
 * Files in one folder. A file appears under its key complete and on disk, or not at all: it is written beside, flushed
 * and renamed. The content type is not kept; callers know it from their rows.
 */
export class FolderStore implements FileStore {
  private readonly root: string;
  private ready: Promise<void> | undefined;

  /** @param root folder of this store alone; made at the first write */
  constructor(root: string) {
    this.root = path.resolve(root);
  }

  async put(
    key: string,
    body: Readable | Buffer,
    _contentType: string,
  ): Promise<{ bytes: number }> {
    const target = this.pathOf(key);
    await this.prepare();
    const temporary = path.join(this.root, TEMP_FOLDER, randomUUID());
    try {
      const file = await open(temporary, 'wx', FILE_MODE);
      const bytes = await fill(file, body);
      await mkdir(path.dirname(target), { recursive: true, mode: FOLDER_MODE });
      await rename(temporary, target);
      await flushFolder(path.dirname(target));
      return { bytes };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async putFile(key: string, source: string, contentType: string): Promise<{ bytes: number }> {
    return this.put(key, createReadStream(source), contentType);
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    if (range) assertByteRange(range);
    const file = await openStored(this.pathOf(key), key);
    return file.createReadStream(range ? { start: range.start, end: range.end } : {});
  }

  async readAll(key: string): Promise<Buffer> {
    try {
      return await readFile(this.pathOf(key));
    } catch (error) {
      throw asMissing(error, key);
    }
  }

  async localCopy(key: string): Promise<{ path: string; release(): Promise<void> }> {
    const file = this.pathOf(key);
    if ((await this.stat(key)) === null) throw missing(key);
    return { path: file, release: async () => undefined };
  }

  async stat(key: string): Promise<{ bytes: number } | null> {
    try {
      const found = await stat(this.pathOf(key));
      return found.isFile() ? { bytes: found.size } : null;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    try {
      await rm(this.pathOf(key), { force: true });
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }

  async *list(prefix: string): AsyncIterable<string> {
    assertFilePrefix(prefix);
    const folder = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
    for await (const key of this.walk(folder)) if (key.startsWith(prefix)) yield key;
  }

  private async *walk(folder: string): AsyncIterable<string> {
    const entries = await readdir(path.join(this.root, folder), { withFileTypes: true }).catch(
      (error: unknown) => {
        if (isAbsent(error)) return [];
        throw error;
      },
    );
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const key = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) yield* this.walk(key);
      else if (entry.isFile()) yield key;
    }
  }

  private pathOf(key: string): string {
    assertFileKey(key);
    return path.join(this.root, ...key.split('/'));
  }

  private async prepare(): Promise<void> {
    this.ready ??= this.makeFolders();
    try {
      await this.ready;
    } catch (error) {
      this.ready = undefined;
      throw error;
    }
  }

  private async makeFolders(): Promise<void> {
    const folder = path.join(this.root, TEMP_FOLDER);
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    for (const name of await readdir(folder)) {
      const leftover = path.join(folder, name);
      // Another process may finish or clean the same file in between; then there is nothing left to do.
      const found = await stat(leftover).catch(() => null);
      if (found && Date.now() - found.mtimeMs > TEMP_AGE_MAX_MS)
        await rm(leftover, { force: true });
    }
  }
}

async function fill(file: FileHandle, body: Readable | Buffer): Promise<number> {
  try {
    await file.writeFile(body);
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Makes the rename itself survive a power cut. Windows cannot open folders and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openStored(file: string, key: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    throw asMissing(error, key);
  }
  throw missing(key);
}

function missing(key: string, cause?: unknown): DomainError {
  return new DomainError('storage.missing', {}, { cause: cause ?? new Error(`no file ${key}`) });
}

function asMissing(error: unknown, key: string): unknown {
  return isAbsent(error) ? missing(key, error) : error;
}

/** EISDIR and ENOTDIR: the key names a folder of other keys, or goes on below a file. */
function isAbsent(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ERR_FS_EISDIR';
}
